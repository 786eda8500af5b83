// The chamber holds its first session, from the import to the archived record: chair, six attendees, secretariat,
// observer and display, ten devices at once, in real browsers against the real server, which is killed in the middle.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { accessible, device, shoot, wellSet } from './browser.mjs'
import { ask, button, checkIn, choice, clocksAgree, confirm, dialog, invited, names, raiseHand, sees, sheet, signIn, signInByCode, vote } from './people.mjs'
import { run, talar } from './server.mjs'
import { look, stage, story } from './steps.mjs'

const scene = stage()
const { server } = scene
const hall = {}

const step = story(hall)
const everyone = () => Object.values(hall).flat()
const all = (people, act) => Promise.all(people.map(act))
const tab = (name) => hall.secretary.page.getByRole('navigation').getByRole('button', { name, exact: true }).or(hall.secretary.page.getByRole('tab', { name, exact: true })).first().click()
const goTo = async (number) => {
  await button(hall.chair, `رفتن به بند ${number}`).first().click()
  await sees(hall.observer, `بند ${number}`)
}

step('the secretary signs in by a link and chooses a passphrase', async () => {
  hall.secretary = await signIn(scene.browser, invited(server, names.secretary), { name: 'secretary', size: 'laptop', runs: true })
  await tab('دستور جلسه')
  await sees(hall.secretary, 'قرائت قرآن و آغاز رسمی جلسه')
  await look(hall.secretary, 'secretariat-agenda')
})

step('the secretary invites everyone, and each comes in by link or by code', async () => {
  await tab('تالار')
  await tab('دعوت‌ها و دستگاه‌ها')
  await button(hall.secretary, 'همه').click()
  const asked = hall.secretary.page.waitForResponse('**/invitations')
  await button(hall.secretary, /^ساختن .* دعوت‌نامه/).click()
  const { invitations } = await (await asked).json()
  await button(hall.secretary, 'چاپ کارت‌ها').waitFor()
  await shoot(hall.secretary, 'secretariat-cards')
  await button(hall.secretary, 'پایان').click()
  await look(hall.secretary, 'secretariat-invitations')
  const of = (name) => invitations.find((invitation) => invitation.name === name)
  const link = (name) => server.url + of(name).link

  hall.chair = await signIn(scene.browser, link(names.chair), { name: 'chair', size: 'tablet', runs: true })
  hall.members = []
  for (const [index, name] of names.members.entries()) {
    const size = index % 2 ? 'phone' : 'tablet'
    hall.members.push(
      index === 5
        ? await signInByCode(scene.browser, server.url, of(name).code, { name: 'member-6', size })
        : await signIn(scene.browser, link(name), { name: `member-${index + 1}`, size }),
    )
  }
  const again = await device(scene.browser, 'again', 'phone')
  await again.page.goto(link(names.members[0]))
  await sees(again, 'این کد یا دعوت‌نامه پذیرفته نشد')
  await look(again, 'signin-refused')
  await again.context.close()
})

step('observer and display come without a person', async () => {
  hall.observer = await device(scene.browser, 'observer', 'phone')
  await hall.observer.page.goto(`${server.url}/`)
  await sees(hall.observer, 'ورود به تالار')
  await look(hall.observer, 'signin')
  await hall.observer.page.getByText('تماشای جلسه بدون ورود').click()
  await hall.observer.page.waitForURL(/observe/)
  const told = run('invite', '--data', server.data, '--url', server.url, 'rasht', '--role', 'display')
  hall.display = await device(scene.browser, 'display', 'projector')
  await hall.display.page.goto(/https?:\/\/\S+\/join#\S+/.exec(told)[0])
  await hall.display.page.waitForURL(/display/)
})

step('the secretary convenes the meeting, and every screen shows it', async () => {
  await tab('دستور جلسه')
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')
  await sees(hall.display, /نخستین جلسه/)
  await button(hall.members[0], 'اعلام حضور').waitFor()
  await all([hall.display, hall.observer, hall.members[0], hall.members[1], hall.chair], (someone) => shoot(someone, `before-${someone.name}`))
  await accessible(hall.display, 'the display before the meeting')
  await look(hall.observer, 'observer-before')
})

step('six attendees and the chair check in; without a quorum the chair is told what is missing', async () => {
  await all(hall.members, checkIn)
  await button(hall.chair, 'ثبت حضور من').first().click()
  await sees(hall.chair, '۴ نفر دیگر تا حد نصاب'.replace('۴', 'چهار'))
  await look(hall.chair, 'chair-no-quorum')
})

step('the secretariat records four arrivals on the seat board: the quorum is reached', async () => {
  await tab('جلسهٔ جاری')
  for (const name of ['معاون مالی و اقتصادی', 'معاون فرهنگی و اجتماعی', 'شهردار منطقهٔ ۳', 'نخبهٔ حوزهٔ حقوق شهری']) {
    await button(hall.secretary, new RegExp(`${name}: ثبت ورود`)).click()
  }
  await sees(hall.chair, 'حد نصاب کامل است')
  await look(hall.secretary, 'secretariat-seats')
  await hall.secretary.page.setViewportSize({ width: 1024, height: 768 })
  const seats = await hall.secretary.page.getByRole('button', { name: /(ثبت ورود|ثبت خروج)/ }).all()
  assert.equal(seats.length, 24)
  for (const seat of seats) {
    const box = await seat.boundingBox()
    assert.ok(box && box.y >= 0 && box.y + box.height <= 768, 'every seat is visible without scrolling at 1024x768')
  }
  await look(hall.secretary, 'secretariat-seats-tablet')
  await hall.secretary.page.setViewportSize({ width: 1440, height: 900 })
})

step('the chair opens the meeting and goes to the first items', async () => {
  await button(hall.chair, 'گشودن جلسه').click()
  await button(hall.chair, 'رفتن به بند ۱').first().waitFor()
  await goTo('۱')
  await shoot(hall.display, 'display-item')
  await goTo('۲')
  await goTo('۳')
  await look(hall.chair, 'chair-idle')
})

step('hands go up, the chair gives the floor, and all screens show the same clock', async () => {
  await raiseHand(hall.members[4])
  await raiseHand(hall.members[5])
  await raiseHand(hall.members[1])
  await raiseHand(hall.members[0])
  await button(hall.chair, 'دادن نوبت به نفر نخست').click()
  await all([hall.members[0], hall.observer, hall.display, hall.chair], (someone) => sees(someone, 'در حال سخن'))
  await button(hall.members[2], 'پاسخ به سخنران').click()
  await sees(hall.members[0], /پاسخ دارد/)
  await clocksAgree([hall.members[0], hall.observer, hall.display, hall.chair])
  await look(hall.members[0], 'attendee-floor')
  await look(hall.members[1], 'attendee-floor-phone')
  await look(hall.chair, 'chair-floor')
  await look(hall.observer, 'observer-speaker')
  await shoot(hall.display, 'display-speaker')
  await accessible(hall.display, 'display-speaker')
  await wellSet(hall.display, 'display-speaker')
  await hall.chair.page.setViewportSize({ width: 390, height: 844 })
  await look(hall.chair, 'chair-phone')
  await hall.chair.page.setViewportSize({ width: 1024, height: 768 })
})

step('the chair pauses, resumes, extends, calls the next and closes the list', async () => {
  await button(hall.chair, 'مکث').click()
  await sees(hall.members[0], 'مکث')
  await button(hall.chair, 'ادامه').click()
  await button(hall.chair, /یک دقیقه/).click()
  await sees(hall.display, 'مانده از ۴ دقیقه')
  await button(hall.chair, 'پایان و نوبت نفر بعد').click()
  await sees(hall.observer, names.members[2])
  await button(hall.members[2], 'پایان سخن من').click()
  await button(hall.chair, /بستن\s*فهرست/).click()
  await sees(hall.members[3], 'فهرست سخنرانان بسته است')
  await ask(hall.members[3], 'اخطار', 'شیوهٔ ادارهٔ جلسه')
  await sees(hall.members[3], 'شما نفر بعدی هستید')
  await button(hall.members[5], /دست شما بالاست/).click()
  await button(hall.members[5], /^دست بلند کنید/).waitFor()
})

step('the secretary writes the minutes of the item', async () => {
  await tab('جلسهٔ جاری')
  await hall.secretary.page.getByRole('textbox', { name: /شرح مذاکرات/ }).fill('کمیسیون رودخانه‌ها دربارهٔ گوهررود گزارش داد و می‌خواهیم پایش ماهانه آغاز شود.')
  await sees(hall.secretary, 'ذخیره شد')
  await look(hall.secretary, 'secretariat-sitting')
})

/** Opens the prepared vote of the active item, or writes a new one first. */
async function openVote(fresh) {
  if (fresh) {
    await button(hall.chair, 'رأی‌گیری تازه').click()
    await fresh(dialog(hall.chair))
    await dialog(hall.chair).getByRole('button', { name: 'آماده کردن رأی‌گیری' }).click()
  }
  await button(hall.chair, 'گشودن رأی‌گیری').click()
  await choice(hall.members[0], 'موافق').waitFor()
}
async function closeVote(outcome) {
  await button(hall.chair, 'پایان رأی‌گیری').click()
  await confirm(hall.chair, 'پایان رأی‌گیری')
  await sees(hall.display, outcome)
}

step('a simple majority: the prepared vote of item 5', async () => {
  for (const number of ['۳ الف', '۳ ب', '۴', '۵']) await goTo(number)
  await openVote()
  await sees(hall.display, /رأی/)
  await choice(hall.members[0], 'موافق').click()
  await look(hall.members[0], 'attendee-vote')
  await button(hall.members[0], 'ثبت رأی: موافق').click()
  await sees(hall.members[0], 'رأی شما ثبت شد')
  await look(hall.members[0], 'attendee-vote-receipt')
  await look(hall.members[1], 'attendee-vote-phone')
  await all([hall.members[1], hall.members[2]], (member) => vote(member, 'موافق'))
  await vote(hall.members[3], 'مخالف')
  await shoot(hall.display, 'display-vote')
  await look(hall.chair, 'chair-vote')
  await look(hall.observer, 'observer-vote')
  await closeVote('تصویب شد')
  await look(hall.members[1], 'attendee-result-phone')
  await look(hall.chair, 'chair-result')
  await shoot(hall.display, 'display-result')
  await accessible(hall.display, 'display-result')
})

step('two thirds: the server is killed in the middle of the vote and nothing acknowledged is lost', async () => {
  await goTo('۶')
  await openVote()
  await all(hall.members.slice(0, 3), (member) => vote(member, 'موافق'))
  await server.kill()
  await all([hall.members[0], hall.observer], (someone) => someone.page.getByText(/ارتباط/).filter({ visible: true }).first().waitFor())
  await shoot(hall.members[3], 'attendee-lost')
  await shoot(hall.display, 'display-lost')
  await server.start()
  // Each of the three sees the receipt again; the others vote now, one of them having reloaded meanwhile.
  await all(hall.members.slice(0, 3), (member) => sees(member, 'رأی شما ثبت شد'))
  await hall.members[3].page.reload()
  await vote(hall.members[3], 'موافق')
  await vote(hall.members[4], 'مخالف')
  await vote(hall.members[5], 'مخالف')
  await sees(hall.chair, /۶ از ۱۱ رأی/)
  await closeVote('تصویب شد')
  await sees(hall.display, /دو سوم از ۶ رأی = ۴/)
})

/** Fills the form of a new vote; a simple majority has no base. */
const form = (question, threshold, base, more) => async (sheet) => {
  await sheet.getByLabel('متنی که به رأی گذاشته می‌شود').fill(question)
  await sheet.getByText(threshold, { exact: true }).click()
  if (base) await sheet.getByLabel('مبنای شمارش').selectOption({ label: base })
  await more?.(sheet)
}

step('an absolute majority of the entitled is rejected, three quarters is adopted, m/n is exact', async () => {
  await openVote(form('آیا با تشکیل کارگروه موقت موافقید؟', 'بیش از نصف', 'دارندگان حق رأی هنگام گشودن'))
  await all(hall.members.slice(0, 5), (member) => vote(member, 'موافق'))
  await closeVote('تصویب نشد')
  await shoot(hall.display, 'display-rejected')
  await look(hall.members[0], 'attendee-rejected')

  await openVote(form('آیا با گزارش ماهانه موافقید؟', 'سه چهارم', 'موافق و مخالف'))
  await all(hall.members.slice(0, 3), (member) => vote(member, 'موافق'))
  await vote(hall.members[3], 'مخالف')
  await vote(hall.members[4], 'ممتنع')
  await closeVote('تصویب شد')
  await sees(hall.display, /سه چهارم از ۴ رأی = ۳/)

  await openVote(
    form('آیا با انتشار خلاصهٔ گزارش موافقید؟', 'کسر دیگر', 'همهٔ آرای داده‌شده', async (sheet) => {
      await sheet.getByLabel('صورت کسر').fill('۲')
      await sheet.getByLabel('مخرج کسر').fill('۵')
    }),
  )
  await vote(hall.members[0], 'موافق')
  await vote(hall.members[1], 'موافق')
  await all(hall.members.slice(2, 5), (member) => vote(member, 'مخالف'))
  await closeVote('تصویب شد')
})

step('two resolutions are adopted from the votes', async () => {
  for (const [text, due] of [
    ['دستگاه‌ها هر ماه گزارش اقدامات خود را به دبیرخانه می‌دهند.', '۱۴۰۵/۱۱/۱۴'],
    ['خلاصهٔ گزارش‌ها برای آگاهی همگان منتشر می‌شود.', ''],
  ]) {
    await button(hall.secretary, 'افزودن مصوبه').first().click()
    await dialog(hall.secretary).getByLabel('متن مصوبه').fill(text)
    if (due) await dialog(hall.secretary).getByLabel(/مهلت/).first().fill(due)
    await dialog(hall.secretary).getByRole('button', { name: 'ثبت', exact: true }).click()
    await sees(hall.secretary, text)
  }
  await look(hall.secretary, 'secretariat-resolutions')
})

step('a closed item: observers and display see that it exists and nothing of it', async () => {
  const heard = { observer: hall.observer.frames.length, display: hall.display.frames.length }
  await button(hall.chair, 'رفتن به بند ۷').first().click()
  await sees(hall.display, 'بخش غیرعلنی')
  await sees(hall.observer, 'بخش غیرعلنی')
  await raiseHand(hall.members[0])
  await button(hall.chair, 'دادن نوبت به نفر نخست').click()
  await sees(hall.members[1], 'در حال سخن')
  await hall.secretary.page.getByRole('textbox', { name: /شرح مذاکرات/ }).fill('واژهٔ سربسته: جابه‌جایی یک کارشناس.')
  await sees(hall.secretary, 'ذخیره شد')
  await openVote(form('آیا با جابه‌جایی پیشنهادی موافقید؟', 'اکثریت ساده'))
  await vote(hall.members[0], 'موافق')
  await button(hall.chair, 'پایان رأی‌گیری').click()
  await confirm(hall.chair, 'پایان رأی‌گیری')
  await sees(hall.members[0], 'تصویب شد')
  await shoot(hall.display, 'display-closed-item')
  await look(hall.observer, 'observer-closed-item')
  await look(hall.members[0], 'attendee-closed-item')
  const secret = ['امور اداری', 'سربسته', 'جابه‌جایی', 'جابه‌جایی پیشنهادی']
  for (const someone of [hall.observer, hall.display]) {
    const during = someone.frames.slice(heard[someone.name])
    assert.ok(during.length > 0, `${someone.name} heard of the closed item's beginning`)
    for (const word of secret) {
      assert.ok(!someone.frames.some((frame) => frame.includes(word)), `${someone.name} was sent «${word}»`)
      assert.ok(!(await someone.page.content()).includes(word), `${someone.name} shows «${word}»`)
    }
    const patches = during.map((frame) => JSON.parse(frame)).filter(({ type }) => type === 'patch')
    for (const { patch } of patches) {
      assert.ok(!patch.votes && !patch.minutes && !patch.resolutions && !patch.people, `${someone.name}: ${Object.keys(patch)}`)
      assert.ok(patch.floor === undefined || patch.floor === null, `${someone.name} was sent the floor`)
    }
  }
})

step('recess and return', async () => {
  await button(hall.chair, 'تنفس').first().click()
  await dialog(hall.chair).getByText('۱۵ دقیقه', { exact: true }).click()
  await dialog(hall.chair).getByRole('button', { name: 'اعلام تنفس' }).click()
  await sees(hall.display, 'تنفس')
  await shoot(hall.display, 'display-recess')
  await look(hall.observer, 'observer-recess')
  await look(hall.members[1], 'attendee-recess')
  await look(hall.chair, 'chair-recess')
  await button(hall.chair, 'از سر گرفتن جلسه').click()
})

step('the chair is handed to the vice chair and taken back', async () => {
  await button(hall.chair, /سپردن به قائم‌مقام/).click()
  await confirm(hall.chair, /سپردن/)
  await button(hall.chair, 'بازپس‌گیری ریاست').click()
  await confirm(hall.chair, 'بازپس‌گیری ریاست')
  await button(hall.chair, 'رفتن به بند ۸').first().waitFor()
})

step('the meeting closes and the secretary publishes the minutes', async () => {
  await goTo('۸')
  await button(hall.chair, 'پایان جلسه').first().click()
  await confirm(hall.chair, 'پایان جلسه')
  await sees(hall.display, 'جلسه پایان یافت')
  await shoot(hall.display, 'display-closed')
  await look(hall.members[1], 'attendee-closed')
  await look(hall.observer, 'observer-closed')
  await button(hall.secretary, 'انتشار صورتجلسه').click()
  await confirm(hall.secretary, 'انتشار صورتجلسه')
  await sees(hall.secretary, 'صورتجلسه منتشر شده است')
})

step('the archive shows the record, and search finds what is spelled otherwise', async () => {
  const { page } = hall.observer
  await page.goto(`${server.url}/hall/rasht/archive`)
  await look(hall.observer, 'archive-phone')
  await page.getByRole('link', { name: /نخستین/ }).first().click()
  await sees(hall.observer, 'صورتجلسهٔ نخستین جلسه')
  const record = await sheet(hall.observer)
  await look(hall.observer, 'record-phone')
  await page.setViewportSize({ width: 1024, height: 768 })
  await look(hall.observer, 'record')
  const text = await record.locator('article').innerHTML()
  for (const secret of ['امور اداری', 'سربسته', 'جابه‌جایی پیشنهادی']) assert.ok(!text.includes(secret), `the public record shows «${secret}»`)
  assert.ok(text.includes('دستگاه‌ها هر ماه گزارش اقدامات خود را به دبیرخانه می‌دهند.'))
  await page.setViewportSize({ width: 390, height: 844 })

  await page.goto(`${server.url}/hall/rasht/search?q=${encodeURIComponent('كميسيون')}`)
  await page.locator('mark', { hasText: 'کمیسیون' }).first().waitFor()
  await look(hall.observer, 'search-phone')
  await page.goto(`${server.url}/hall/rasht/search?q=${encodeURIComponent('میخواهیم')}`)
  await page.locator('mark').first().waitFor()
  await page.goto(`${server.url}/hall/rasht/search?q=${encodeURIComponent('سربسته')}`)
  await sees(hall.observer, /یافت نشد|پیدا نشد/)
})

step('night and English are as well set as day and Persian', async () => {
  const choose = async (someone, key, word) => {
    await someone.page.evaluate(([key, word]) => localStorage.setItem(key, word), [key, word])
    await someone.page.reload()
  }
  for (const [someone, persian, english] of [
    [hall.members[0], 'جلسه پایان یافت', 'The meeting is closed'],
    [hall.chair, 'جلسه پایان یافت', 'The meeting is closed'],
    [hall.secretary, 'دستور جلسه', 'Agenda'],
  ]) {
    await choose(someone, 'talar.theme', 'night')
    await sees(someone, persian)
    await look(someone, `${someone.name}-night`)
    await choose(someone, 'talar.language', 'en')
    await sees(someone, english)
    assert.equal(await someone.page.locator('html').getAttribute('dir'), 'ltr')
    await shoot(someone, `${someone.name}-english`)
    await accessible(someone, `${someone.name}-english`)
  }
})

step('no device complained, and every chain and archive row holds', async () => {
  assert.deepEqual(everyone().flatMap((someone) => someone.errors), [])
  assert.match(run('verify', '--data', server.data), /\S/)
  const backup = `${server.data}.backup`
  run('backup', '--data', server.data, backup)
  run('verify', '--data', backup)
  const { code } = await server.stop()
  assert.equal(code, 0, 'SIGTERM ends the server gracefully')
  delete server.process
  assert.match(execFileSync(talar, ['verify', '--data', server.data], { encoding: 'utf8' }), /\S/)
})
