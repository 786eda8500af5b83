// A chamber's second life: what comes onto its agenda by itself, what its members propose, what its groups report, how its
// floor is shared, who steps aside, what stays inside. Real browsers, the real server.
import assert from 'node:assert/strict'
import { device, shoot } from './browser.mjs'
import { ask, button, checkIn, clocksAgree, confirm, dialog, invited, names, raiseHand, seat, sees, signIn, vote } from './people.mjs'
import { run } from './server.mjs'
import { look, stage, story } from './steps.mjs'

const scene = stage()
const { server } = scene
const hall = {}
const step = story(hall)

const { members } = names
const tab = (name) => hall.secretary.page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
const field = (name) => hall.secretary.page.getByLabel(name, { exact: true })
const row = (title) => hall.secretary.page.locator('button.row', { hasText: title })
const act = (name) => dialog(hall.secretary).getByRole('button', { name, exact: true }).click()
const gone = (someone) => dialog(someone).waitFor({ state: 'detached' })
const done = async (name) => {
  await act(name)
  await gone(hall.secretary)
}
/** Item by item, as the chair's one button leads. */
const goTo = async (...numbers) => {
  for (const number of numbers) await button(hall.chair, `رفتن به بند ${number}`).first().click()
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const attached = {}

step('everybody comes in', async () => {
  hall.secretary = await signIn(scene.browser, invited(server, names.secretary), { name: 'secretary', size: 'laptop', runs: true })
  hall.chair = await signIn(scene.browser, invited(server, names.chair), { name: 'chair', size: 'tablet', runs: true })
  hall.members = []
  for (const [index, name] of members.slice(0, 3).entries()) {
    hall.members.push(await signIn(scene.browser, invited(server, name), { name: `member-${index + 1}`, size: index === 1 ? 'phone' : 'tablet' }))
  }
  hall.observer = await device(scene.browser, 'observer', 'phone')
  await hall.observer.page.goto(`${server.url}/hall/rasht/observe`)
  const told = run('invite', '--data', server.data, '--url', server.url, 'rasht', '--role', 'display')
  hall.display = await device(scene.browser, 'display', 'projector')
  await hall.display.page.goto(/https?:\/\/\S+\/join#\S+/.exec(told)[0])
  await hall.display.page.waitForURL(/display/)
  const door = run('invite', '--data', server.data, '--url', server.url, 'rasht', '--role', 'kiosk')
  hall.kiosk = await device(scene.browser, 'kiosk', 'tablet')
  await hall.kiosk.page.goto(/https?:\/\/\S+\/join#\S+/.exec(door)[0])
  await hall.kiosk.page.waitForURL(/kiosk/)
})

step('an agenda is kept as a template, and the charter sets day, budgets and substitutes', async () => {
  await tab('دستور جلسه')
  await button(hall.secretary, 'الگوها').click()
  await field('ذخیرهٔ همین دستور به نام').fill('بندهای همیشگی')
  await act('ذخیرهٔ الگو')
  await sees(hall.secretary, 'الگوی «بندهای همیشگی» ذخیره شد.')
  await look(hall.secretary, 'secretariat-templates')
  await hall.secretary.page.keyboard.press('Escape')
  await tab('تالار')
  await tab('آیین‌نامه')
  await field('هر نفر در هر بند').fill('۵:۰۰')
  await field('معاون شهردار').check()
  await field('جلسه‌ها هر هفته برگزار می‌شود').check()
  await field('محل').fill('تالار گفتگو')
  await field('بندهای ثابت هر جلسه').selectOption({ label: 'بندهای همیشگی' })
  await button(hall.secretary, 'ثبت آیین‌نامه').click()
  await sees(hall.secretary, 'آیین‌نامه ثبت شد.')
  await look(hall.secretary, 'secretariat-charter')
})

step('the next meeting is drafted at a tap, with its number, its day and its standing items', async () => {
  await tab('دستور جلسه')
  await button(hall.secretary, 'پیش‌نویس جلسهٔ بعد').click()
  await hall.secretary.page.getByRole('heading', { name: 'دومین جلسه (پیش‌نویس)' }).waitFor()
  await row('ثابت').first().waitFor()
  await look(hall.secretary, 'secretariat-next-draft')
  await hall.secretary.page.locator('.meeting').first().click()
})

step('files hang on an item: whoever may not see one does not get it', async () => {
  await row('اهداف، ارکان').click()
  const files = hall.secretary.page.getByRole('region', { name: 'پیوست‌ها' }).locator('input[type=file]')
  await files.setInputFiles({ name: 'گزارش.pdf', mimeType: 'application/pdf', buffer: pdf })
  await sees(hall.secretary, 'گزارش.pdf')
  await field('همگان').check({ force: true })
  await files.setInputFiles({ name: 'نقشه.png', mimeType: 'image/png', buffer: png })
  await sees(hall.secretary, 'نقشه.png')
  await files.setInputFiles({ name: 'برنامه.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\u0000\u0001') })
  await sees(hall.secretary, /این نوع فایل پذیرفته نیست/)
  await look(hall.secretary, 'secretariat-item')
  const link = await hall.secretary.page.getByRole('link', { name: /گزارش\.pdf/ }).first().getAttribute('href')
  attached.inside = link.replace(/\?.*/, '')  // whoever asks, asks as themselves
  const sent = hall.secretary.frames.map((frame) => JSON.parse(frame)).flatMap(({ patch }) => Object.entries(patch?.attachments ?? {}))
  const [picture] = sent.find(([, file]) => file?.media_type === 'image/png')
  attached.everyone = `/api/halls/rasht/attachments/${picture}`
})

step('what is like a title is shown while it is typed', async () => {
  await button(hall.secretary, 'افزودن بند').click()
  await field('عنوان').fill('محیط زیست و رودخانه‌های شهر')
  await dialog(hall.secretary).getByText('پیش‌تر در این باره').waitFor()
  await look(hall.secretary, 'secretariat-similar')
  await hall.secretary.page.keyboard.press('Escape')
})

step('a consent block has its parts and one vote', async () => {
  await button(hall.secretary, 'افزودن بند').click()
  await field('عنوان').fill('امور جاری')
  await field('نوع بند').selectOption('consent')
  await done('ثبت')
  await row('امور جاری').click()
  for (const title of ['تقویم فصل', 'صورت هزینه‌ها']) {
    await button(hall.secretary, 'افزودن زیربند').click()
    await field('عنوان').fill(title)
    await done('ثبت')
  }
  await button(hall.secretary, 'آماده کردن یک رأی‌گیری برای همه').click()
  await act('آماده کردن رأی‌گیری')
  await gone(hall.secretary)
  await sees(hall.secretary, /آیا با تصویب یکجای این موارد موافقید؟ تقویم فصل؛ صورت هزینه‌ها/)
  await look(hall.secretary, 'secretariat-consent')
})

step('a member proposes; the desk answers, and the proposer reads why', async () => {
  const [member] = hall.members
  const propose = async (title) => {
    await button(member, 'پیشنهاد موضوع').click()
    await dialog(member).getByLabel('عنوان پیشنهاد').fill(title)
    await dialog(member).getByRole('button', { name: 'فرستادن پیشنهاد' }).click()
  }
  await button(member, /پیشنهادها/).first().click()
  await propose('پایش رودخانه‌ها')
  await propose('نام‌گذاری میدان')
  await tab('پیشنهادها')
  await sees(hall.secretary, '۲ پیشنهاد در انتظار')
  await look(hall.secretary, 'secretariat-proposals')
  await button(hall.secretary, 'آوردن در دستور جلسه').click()
  await done('آوردن در دستور جلسه')
  await hall.secretary.page.getByRole('button', { name: /نام‌گذاری میدان/ }).click()
  await button(hall.secretary, 'نپذیرفتن').click()
  await button(hall.secretary, 'در صلاحیت این تالار نیست').click()
  await done('نپذیرفتن')
  await sees(member, 'در صلاحیت این تالار نیست')
  await look(member, 'attendee-proposals')
  await member.page.keyboard.press('Escape')
})

step('a group is founded, an item is referred to it, and its report comes back', async () => {
  const { page } = hall.secretary
  await tab('کارگروه‌ها')
  await button(hall.secretary, 'تشکیل کارگروه').first().click()
  await field('نام کارگروه').fill('کارگروه رودخانه‌ها')
  await field(`جایگاه ${members[0]} در کارگروه`).selectOption('president')
  await field(`جایگاه ${names.secretary} در کارگروه`).selectOption('secretary')
  await done('تشکیل کارگروه')
  await tab('دستور جلسه')
  await row('پایداری محیط زیست').click()
  await button(hall.secretary, 'ارجاع به کارگروه').click()
  await done('ارجاع')
  await page.locator('.switch').click()
  await dialog(hall.secretary).getByRole('button', { name: /کارگروه رودخانه‌ها/ }).click()
  await page.waitForURL(/\/hall\/g-/)
  await tab('کارگروه‌ها')
  await sees(hall.secretary, /پایداری محیط زیست/)
  await button(hall.secretary, 'نوشتن گزارش').click()
  await field('متن گزارش').fill('پایش ماهانهٔ دو رودخانه لازم است.')
  await done('فرستادن گزارش')
  await look(hall.secretary, 'group-referral')
  await page.locator('.switch').click()
  await dialog(hall.secretary).getByRole('button', { name: /اتاق شکوفایی/ }).click()
  await page.waitForURL(/\/hall\/rasht/)
  await tab('کارگروه‌ها')
  await hall.secretary.page.getByText('گزارش', { exact: true }).first().click()
  await sees(hall.secretary, 'پایش ماهانهٔ دو رودخانه لازم است.')
  await look(hall.secretary, 'secretariat-groups')
})

step('calendars carry the meetings', async () => {
  await tab('دستور جلسه')
  await hall.secretary.page.locator('.meeting').first().click()
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')
  const feed = await hall.observer.page.request.get(`${server.url}/api/halls/rasht/calendar.ics`)
  assert.equal(feed.status(), 200)
  assert.match(await feed.text(), /BEGIN:VEVENT[\s\S]*TZID=Asia\/Tehran[\s\S]*END:VEVENT/)
})

step('at the door people touch their names', async () => {
  await hall.kiosk.page.getByRole('button', { name: new RegExp('نخبهٔ حوزهٔ اقتصاد شهری') }).click()
  await button(hall.kiosk, 'ثبت ورود').click()
  await sees(hall.kiosk, /حضور شما ثبت شد/)
  await look(hall.kiosk, 'kiosk-done')
})

step('absences are excused or not, and a substitute counts', async () => {
  await tab('جلسهٔ جاری')
  await hall.members[0].page.goto(`${server.url}/hall/rasht`)
  for (const member of hall.members) await checkIn(member)
  await button(hall.chair, 'ثبت حضور من').first().click()
  for (const name of ['معاون مالی و اقتصادی', 'شهردار منطقهٔ ۳', 'نخبهٔ حوزهٔ حقوق شهری', 'نخبهٔ حوزهٔ سلامت', 'نخبهٔ حوزهٔ محیط زیست', 'نمایندهٔ شورای اسلامی شهر']) await seat(hall.secretary, name)
  const absent = async (name, kind) => {
    await button(hall.secretary, 'غیبت و جانشین').click()
    await button(hall.secretary, new RegExp(name)).click()
    await dialog(hall.secretary).getByRole('radio', { name: kind, exact: true }).check({ force: true })
    await button(hall.secretary, 'مأموریت اداری').click()
    await done('ثبت غیبت')
  }
  await absent('معاون فرهنگی و اجتماعی', 'موجه')
  await absent('معاون حمل‌ونقل و ترافیک', 'غیرموجه')
  await button(hall.secretary, 'غیبت و جانشین').click()
  await button(hall.secretary, /معاون فرهنگی و اجتماعی/).click()
  await field('جانشین').selectOption({ index: 1 })
  await done('تعیین جانشین')
  await sees(hall.secretary, 'جانشین دارد')
  await look(hall.secretary, 'secretariat-absences')
})

step('the chair opens, and the floor is shared by kind and by who has spoken', async () => {
  const [first, second, third] = hall.members
  await button(hall.chair, 'گشودن جلسه').click()
  await goTo('۱', '۲')
  const get = async (someone, address) => (await someone.page.request.get(new URL(address, server.url).href)).status()
  assert.deepEqual([await get(first, attached.inside), await get(hall.observer, attached.inside)], [200, 404])
  assert.deepEqual([await get(first, attached.everyone), await get(hall.observer, attached.everyone)], [200, 200])
  await ask(first, 'سخن', 'موافق')
  await ask(second, 'سخن', 'مخالف')
  await ask(third, 'پرسش')
  await sees(second, /پرسش دارد/)
  await look(second, 'attendee-why-phone')
  await button(hall.chair, `دادن سخن به ${members[1]}`).click()
  await dialog(hall.chair).getByRole('button', { name: 'رعایت توازن میان حوزه‌ها' }).click()
  await dialog(hall.chair).getByRole('button', { name: 'دادن سخن', exact: true }).click()
  await sees(hall.chair, /پیش از نوبت: رعایت توازن/)
  await clocksAgree([first, hall.observer, hall.display, hall.chair])
  await look(hall.chair, 'chair-out-of-turn')
})

step('a point of order interrupts, and the speaker goes on', async () => {
  const [first, second] = hall.members
  await ask(first, 'اخطار', 'حق عضو')
  await button(hall.chair, /نوبت نفر بعد|دادن نوبت/).first().click()
  await sees(hall.display, members[0])
  await shoot(hall.chair, 'chair-interrupted')
  await button(hall.chair, /پایان و ادامهٔ سخن/).click()
  await sees(second, 'نوبت سخن شماست')
  await button(hall.chair, 'فراخوان آخر').click()
  await dialog(hall.chair).getByRole('button', { name: /۳۰ ثانیه/ }).click()
  await sees(first, /فهرست تا .* دیگر بسته می‌شود/)
  await button(second, 'پایان سخن من').click()
})

step('a closed part cuts observers and the display at once, and they come back', async () => {
  await tab('جلسهٔ جاری')
  await button(hall.secretary, 'کارهای دیگر').click()
  await button(hall.secretary, 'آغاز بخش غیرعلنی').click()
  await done('آغاز بخش غیرعلنی')
  await sees(hall.observer, /بخش غیرعلنی/)
  await sees(hall.display, /بخش غیرعلنی/)
  await sees(hall.secretary, 'بخش غیرعلنی')
  await look(hall.observer, 'observer-closed-part')
  await shoot(hall.display, 'display-closed-part')
  await look(hall.secretary, 'secretariat-closed-part')
  await button(hall.secretary, 'کارهای دیگر').click()
  await button(hall.secretary, 'پایان بخش غیرعلنی').click()
  await confirm(hall.secretary, 'پایان بخش غیرعلنی')
  await goTo('۳', '۳ الف', '۳ ب', '۴')
  await sees(hall.display, /اولویت‌بندی/)
  await sees(hall.observer, /اولویت‌بندی/)
})

step('a member steps aside: no voice, no vote, no place in the count', async () => {
  await goTo('۵')
  await button(hall.secretary, 'غیبت و جانشین').click()
  await button(hall.secretary, new RegExp(members[2])).click()
  await button(hall.secretary, 'کناره‌گیری از بند جاری').click()
  await sees(hall.members[2], 'شما از این بند کنار رفته‌اید')
  await look(hall.members[2], 'attendee-recused')
  await button(hall.chair, 'گشودن رأی‌گیری').click()
  await vote(hall.members[0], 'موافق')
  await vote(hall.members[1], 'موافق')
  assert.equal(await hall.members[2].page.getByRole('radio').count(), 0)
  await button(hall.chair, 'پایان رأی‌گیری').click()
  await confirm(hall.chair, 'پایان رأی‌گیری')
  await sees(hall.display, 'تصویب شد')
})

step('a consent block is decided by one vote, but for the part that somebody took out', async () => {
  await goTo('۶', '۷', '۸', '۹')
  await hall.members[0].page.getByText('صورت هزینه‌ها').first().click()
  await button(hall.members[0], 'بررسی جداگانهٔ این بند').click()
  await sees(hall.chair, '۱۰. صورت هزینه‌ها')
  await button(hall.chair, /رأی‌گیری یکجا|گشودن رأی‌گیری/).first().click()
  await vote(hall.members[0], 'موافق')
  await vote(hall.members[1], 'موافق')
  await button(hall.chair, 'پایان رأی‌گیری').click()
  await confirm(hall.chair, 'پایان رأی‌گیری')
  await look(hall.secretary, 'secretariat-log')
})

step('the meeting ends; what was left is carried over with where it was left', async () => {
  await button(hall.chair, 'کارهای دیگر').click()
  await dialog(hall.chair).getByRole('button', { name: 'پایان جلسه' }).click()
  await confirm(hall.chair, 'پایان جلسه')
  await tab('دستور جلسه')
  await hall.secretary.page.locator('.meeting', { hasText: 'دومین' }).click()
  await button(hall.secretary, /آوردن .* بند مانده/).click()
  await look(hall.secretary, 'secretariat-carry-over')
  await done('آوردن بندها')
  await row('مانده از نخستین جلسه').first().waitFor()
  await look(hall.secretary, 'secretariat-carried')
})

step('the guides can be read and printed', async () => {
  for (const name of ['chair', 'secretariat']) {
    await hall.secretary.page.goto(`${server.url}/hall/rasht/help/${name}`)
    await button(hall.secretary, 'چاپ راهنما').waitFor()
    await look(hall.secretary, `help-${name}`)
  }
})

step('a meeting that nobody comes to is not held when its time is over', async () => {
  await hall.secretary.page.goto(`${server.url}/hall/rasht`)
  await tab('تالار')
  await tab('آیین‌نامه')
  await field('مهلت رسیدن به حد نصاب (دقیقه پس از ساعت اعلام‌شده)').fill('۱')
  await button(hall.secretary, 'ثبت آیین‌نامه').click()
  await sees(hall.secretary, 'آیین‌نامه ثبت شد.')
  await tab('دستور جلسه')
  await hall.secretary.page.locator('.meeting', { hasText: 'دومین' }).click()
  await button(hall.secretary, 'ویرایش زمان و محل').click()
  await field('تاریخ (سال/ماه/روز)').fill('۱۴۰۲/۱۰/۱۴')
  await done('ثبت')
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')
  // The shortest wait that a charter can ask for is a minute, from convening on.
  await sees(hall.display, /مهلت رسمیت/)
  await hall.observer.page.getByText(/تشکیل نشد/).filter({ visible: true }).first().waitFor({ timeout: 80_000 })
  await look(hall.observer, 'observer-not-held')
})

step('no device complained, and every chain and archive row holds', async () => {
  // A file of the wrong kind was refused on purpose, and the browser says so in its console.
  const complaints = Object.values(hall).flat().flatMap((someone) => someone.errors).filter((error) => !/415/.test(error))
  assert.deepEqual(complaints, [])
  assert.match(run('verify', '--data', server.data), /\S/)
})
