// What people find again and follow up: resolutions with what became of them, one's own tasks, search, the time machine, a
// year's figures, a record's seal. Real browsers, the real server.
import assert from 'node:assert/strict'
import { device, sizes } from './browser.mjs'
import { button, checkIn, confirm, dialog, invited, names, raiseHand, seat, sees, sheet, signIn, vote } from './people.mjs'
import { look, stage, story } from './steps.mjs'

const scene = stage()
const { server } = scene
const hall = {}
const step = story(hall)

const tab = (name) => hall.secretary.page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
const at = (path) => `${server.url}/hall/rasht/${path}`
const phrase = 'محیط زیست و رودخانه‌های شهر'
const texts = { late: 'گزارش یکپارچهٔ آلودگی گوهررود و زرجوب تهیه شود.', open: 'شیوهٔ کار اتاق به همهٔ اعضا ابلاغ شود.' }
const inside = 'پیمانکار هنوز قرارداد را امضا نکرده است.'
const known = {}

/** The same page on a phone, a tablet and a wide screen. */
async function lookAll(someone, name, ...which) {
  const before = someone.page.viewportSize()
  for (const size of which) {
    await someone.page.setViewportSize(sizes[size])
    await look(someone, `${name}-${size}`)
  }
  await someone.page.setViewportSize(before)
}

async function ticks({ page }, times) {
  const clock = page.getByRole('timer').first()
  for (let left = times; left > 0; left--) {
    const shown = await clock.textContent()
    await page.waitForFunction((before) => document.querySelector('[role=timer]').textContent !== before, shown)
  }
}

step('a meeting is held, speaks, votes, rests, decides, and is published', async () => {
  hall.secretary = await signIn(scene.browser, invited(server, names.secretary), { name: 'secretary', size: 'laptop', runs: true })
  hall.chair = await signIn(scene.browser, invited(server, names.chair), { name: 'chair', size: 'tablet', runs: true })
  hall.member = await signIn(scene.browser, invited(server, names.members[0]), { name: 'member', size: 'phone' })
  await tab('دستور جلسه')
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')
  await checkIn(hall.member)
  await button(hall.chair, 'ثبت حضور من').first().click()
  await tab('جلسهٔ جاری')
  const others = ['معاون مالی و اقتصادی', 'معاون فرهنگی و اجتماعی', 'شهردار منطقهٔ ۳', 'نخبهٔ حوزهٔ حقوق شهری', 'معاون خدمات شهری', 'معاون شهرسازی و معماری', 'نخبهٔ حوزهٔ سلامت', 'نخبهٔ حوزهٔ محیط زیست', 'نمایندهٔ شورای اسلامی شهر']
  for (const name of others) await seat(hall.secretary, name)
  await button(hall.chair, 'گشودن جلسه').click()
  for (const number of ['۱', '۲', '۳']) await button(hall.chair, `رفتن به بند ${number}`).first().click()
  await raiseHand(hall.member)
  await button(hall.chair, 'دادن نوبت به نفر نخست').click()
  await sees(hall.member, 'در حال سخن')
  await ticks(hall.member, 2) // a replay goes by seconds: a turn within one is not seen in it
  await hall.secretary.page.getByRole('textbox', { name: /شرح مذاکرات/ }).fill(`گفتگو دربارهٔ ${phrase} آغاز شد.\nپایش ماهانهٔ کیفیت آب در پنج ایستگاه خواسته شد.`)
  await sees(hall.secretary, 'ذخیره شد')
  for (const [text, due] of [[texts.late, '۱۴۰۲/۱۱/۰۷'], [texts.open, '']]) {
    await button(hall.secretary, 'افزودن مصوبه').first().click()
    await dialog(hall.secretary).getByLabel('متن مصوبه').fill(text)
    if (due) await dialog(hall.secretary).getByLabel(/مهلت/).first().fill(due)
    await dialog(hall.secretary).getByLabel(names.members[0]).check({ force: true })
    await dialog(hall.secretary).getByRole('button', { name: 'ثبت', exact: true }).click()
    await dialog(hall.secretary).waitFor({ state: 'detached' })
  }
  await button(hall.chair, 'تنفس').first().click()
  await dialog(hall.chair).getByText('۱۵ دقیقه', { exact: true }).click()
  await dialog(hall.chair).getByRole('button', { name: 'اعلام تنفس' }).click()
  await button(hall.chair, 'از سر گرفتن جلسه').click()
  for (const number of ['۳ الف', '۳ ب', '۴', '۵']) await button(hall.chair, `رفتن به بند ${number}`).first().click()
  await button(hall.chair, 'گشودن رأی‌گیری').click()
  await vote(hall.member, 'موافق')
  await button(hall.chair, 'پایان رأی‌گیری').click()
  await confirm(hall.chair, 'پایان رأی‌گیری')
  for (const number of ['۶', '۷', '۸']) await button(hall.chair, `رفتن به بند ${number}`).first().click()
  await button(hall.chair, 'پایان جلسه').first().click()
  await confirm(hall.chair, 'پایان جلسه')
  await button(hall.secretary, 'انتشار صورتجلسه').click()
  await confirm(hall.secretary, 'انتشار صورتجلسه')
  await sees(hall.secretary, 'صورتجلسه منتشر شده است')
})

step('whoever answers for a resolution finds it among their tasks, late ones first, and says what was done', async () => {
  await button(hall.member, /^کارهای من/).click()
  await dialog(hall.member).getByText(texts.late).waitFor()
  await dialog(hall.member).getByText('دیرشده').waitFor()
  await lookAll(hall.member, 'tasks', 'phone', 'tablet')
  await dialog(hall.member).getByRole('button', { name: 'انجام شد' }).first().click()
  const sheet = dialog(hall.member).last()
  await sheet.getByLabel('شرح').fill('گزارش به دبیرخانه داده شد.')
  await look(hall.member, 'task-done-phone')
  await sheet.getByRole('button', { name: 'ثبت گام' }).click()
  await sheet.getByRole('button', { name: 'ثبت گام' }).waitFor({ state: 'detached' })
  await dialog(hall.member).getByText(texts.late).waitFor({ state: 'detached' })
  await hall.member.page.keyboard.press('Escape')
})

step('the desk sees what was done, and records a step with a letter, for everybody or inside', async () => {
  await tab('مصوبات و پیگیری')
  const row = (text) => hall.secretary.page.getByRole('listitem').filter({ hasText: text }).first()
  await row(texts.late).getByText('انجام‌شده').filter({ visible: true }).first().waitFor()
  const record = async (note, { letter, seenBy }) => {
    await row(texts.open).getByRole('button', { name: 'ثبت گام' }).click()
    await dialog(hall.secretary).getByText('ابلاغ‌شده', { exact: true }).click()
    await dialog(hall.secretary).getByLabel('شرح', { exact: true }).fill(note)
    if (letter) await dialog(hall.secretary).getByLabel('شمارهٔ نامه').fill(letter)
    await dialog(hall.secretary).getByLabel(/^مهلت تازه/).fill('۱۴۰۲/۱۲/۰۱')
    await dialog(hall.secretary).getByText(seenBy, { exact: true }).click()
    await look(hall.secretary, 'register-step')
    await dialog(hall.secretary).getByRole('button', { name: 'ثبت گام' }).click()
    await dialog(hall.secretary).waitFor({ state: 'detached' })
  }
  await record('شیوه‌نامه برای همهٔ اعضا فرستاده شد.', { letter: '۱۲/۴۵', seenBy: 'همگان' })
  await record(inside, { seenBy: 'تنها اعضا و دبیرخانه' })
  await row(texts.open).getByText(/سیر پیگیری/).click()
  await sees(hall.secretary, 'نامهٔ شمارهٔ ۱۲/۴۵')
  await sees(hall.secretary, inside)
  await look(hall.secretary, 'register-desk')
})

step('the public reads what was decided and what became of it, but not what is for those inside', async () => {
  hall.observer = await device(scene.browser, 'observer', 'tablet')
  const { page } = hall.observer
  await page.goto(at('resolutions'))
  await sees(hall.observer, 'آنچه اتاق تصمیم گرفت و سرانجام آن')
  await sees(hall.observer, texts.open)
  await page.getByText(/سیر پیگیری/).last().click()
  await lookAll(hall.observer, 'register', 'tablet', 'phone', 'projector')
  assert.ok(!(await page.content()).includes(inside), 'a note for those inside is public')
  await button(hall.observer, /^دیرشده/).click()
  await page.waitForURL(/state=overdue/)
  await page.getByText(texts.late).waitFor({ state: 'detached' })
  await sees(hall.observer, texts.open)
  await page.goto(at(`resolutions?q=${encodeURIComponent('گوهررود')}`))
  await sees(hall.observer, texts.late)
})

step('search finds a phrase, is narrowed by kind, and leads to the place', async () => {
  const { page } = hall.observer
  await page.goto(at(`search?q=${encodeURIComponent(`«${phrase}»`)}`))
  await page.locator('mark').first().waitFor()
  await lookAll(hall.observer, 'search', 'tablet', 'phone')
  await button(hall.observer, 'صورتجلسه').click()
  await page.waitForURL(/kind=minutes/)
  const hit = page.locator('main ol a').filter({ hasText: 'گفتگو دربارهٔ' }).first()
  assert.match(await hit.getAttribute('href'), /#line-\w+-1$/)
  known.meeting = /archive\/([^#]+)/.exec(await hit.getAttribute('href'))[1]
  await button(hall.observer, 'رأی‌گیری').click()
  await sees(hall.observer, /پیدا نشد/)
  await look(hall.observer, 'search-nothing')
  await page.getByLabel('شمارهٔ جلسه').fill('۱')
  await page.getByLabel('شمارهٔ جلسه').press('Tab')
  await page.waitForURL(/meeting=1/)
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'H1', 'a filter leaves the focus where it is')
})

step('the time machine shows the meeting of then, by the clock of then', async () => {
  const { page } = hall.observer
  await page.goto(at(`archive/${known.meeting}/replay`))
  await sees(hall.observer, 'زنده نیست')
  const line = page.getByRole('slider', { name: 'زمان جلسه' })
  await line.waitFor()
  await button(hall.observer, 'رویدادها').click()
  await look(hall.observer, 'replay-events')
  await dialog(hall.observer).getByRole('button', { name: /بند \S+ ·/ }).first().click() // what fell into one second is one event
  await sees(hall.observer, /بند .+ از ۸/)
  const before = Number(await line.inputValue())
  await line.press('ArrowLeft')
  await line.press('ArrowLeft')
  assert.equal(Math.abs(Number(await line.inputValue()) - before), 2, 'an arrow is a second')
  await line.press('Home')
  await button(hall.observer, 'رویداد بعد').click()
  assert.ok(Number(await line.inputValue()) > Number(await line.getAttribute('min')), 'there is an event ahead')
  const speaking = page.locator('.scene h1').filter({ hasText: names.members[0], visible: true })
  const last = await line.getAttribute('max')
  await line.press('Home')
  while ((await speaking.count()) === 0 && (await line.inputValue()) !== last) await line.press('ArrowUp')
  await speaking.first().waitFor()
  await page.getByRole('heading', { name: 'صف سخن' }).scrollIntoViewIfNeeded()
  await lookAll(hall.observer, 'replay', 'tablet', 'phone', 'projector')
  await button(hall.observer, '۶۰ برابر').click()
  await button(hall.observer, 'پخش').click()
  await sees(hall.observer, 'جلسه پایان یافت')
  await page.locator('.scene').getByRole('link', { name: 'خواندن صورتجلسه' }).waitFor()
  await line.press('Home')
  await sees(hall.observer, /پیش از آغاز|نخستین جلسه/)
})

step('a year has its figures, for the people of the hall', async () => {
  const { page } = hall.observer
  await page.goto(at('figures'))
  await sees(hall.observer, 'آمار سالانه برای اعضا و دبیرخانهٔ تالار است')
  await look(hall.observer, 'figures-forbidden')
  await hall.secretary.page.goto(at('figures'))
  await sees(hall.secretary, 'حضور در جلسه‌ها')
  await hall.secretary.page.getByRole('cell', { name: '۱۱ از', exact: false }).or(hall.secretary.page.getByRole('rowheader', { name: 'نخستین جلسه' })).first().waitFor()
  await lookAll(hall.secretary, 'figures', 'tablet', 'phone')
})

step('on a phone the record lies at its whole length, beneath its head, and the archive leads to the open data', async () => {
  const { page } = hall.observer
  await page.goto(at(`archive/${known.meeting}`))
  await sheet(hall.observer)
  await lookAll(hall.observer, 'record-public', 'tablet', 'phone')
  await page.setViewportSize(sizes.phone)
  await page.waitForFunction(() => document.querySelector('iframe').offsetHeight > 2 * innerHeight)
  await page.setViewportSize(sizes.tablet)
  await page.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight)
  await page.goto(at('archive'))
  const open = await page.getByRole('link', { name: 'داده‌های باز' }).getAttribute('href')
  assert.equal((await page.request.get(server.url + open)).status(), 200)
  await lookAll(hall.observer, 'archive-open', 'tablet', 'phone')
})

step('a record that is not sealed says so, and one that is not there too', async () => {
  const { page } = hall.observer
  await page.goto(at(`seal/${known.meeting}`))
  await sees(hall.observer, 'این صورتجلسه هنوز مهر نشده است')
  await lookAll(hall.observer, 'seal-none', 'tablet', 'phone')
  await page.goto(at('seal/0000000000'))
  await sees(hall.observer, 'صورتجلسه‌ای با این نشانی نیست')
})

step('no device complained', () => {
  const refused = /status of 40[134]/ // what the pages say in their own words, the console says too
  assert.deepEqual(Object.values(hall).flatMap(({ errors }) => errors).filter((error) => !refused.test(error)), [])
})
