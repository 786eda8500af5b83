// A sitting that votes in every way there is: by silence, aloud, by hands, for people, in order, with points and in secret.
// Real browsers, the real server.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { accessible, device, shoot } from './browser.mjs'
import { button, checkIn, choice, confirm, dialog, invited, names, seat, sees, sheet, signIn, vote } from './people.mjs'
import { run } from './server.mjs'
import { look, stage, story } from './steps.mjs'

const scene = stage()
const { server } = scene
const hall = {}
const step = story(hall)
const each = (people, act) => Promise.all(people.map(act))

const tab = (name) => hall.secretary.page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
const goTo = async (...numbers) => {
  for (const number of numbers) {
    await button(hall.chair, `رفتن به بند ${number}`).first().click()
    await button(hall.chair, `رفتن به بند ${number}`).first().waitFor({ state: 'detached' })
  }
}
const say = (someone, name) => dialog(someone).getByRole('button', { name, exact: true }).click()
const gone = (someone) => dialog(someone).waitFor({ state: 'detached' })

/** Writes a vote on the chair's screen; what is filled in besides the question is `fill`'s. */
async function prepare(question, fill) {
  await button(hall.chair, 'رأی‌گیری تازه').click()
  const sheet = dialog(hall.chair)
  await sheet.getByLabel('متنی که به رأی گذاشته می‌شود').fill(question)
  await fill?.(sheet)
  await sheet.getByRole('button', { name: 'آماده کردن رأی‌گیری' }).click()
  await gone(hall.chair)
}
const pick = (sheet, word) => sheet.getByText(word, { exact: true }).click()
/** Of several prepared votes the one that asks this. */
async function turnTo(question) {
  await hall.chair.page.getByText(question).first().waitFor()
  const other = button(hall.chair, question)
  if (await other.count()) await other.first().click()
  await hall.chair.page.getByRole('heading', { name: question }).waitFor()
}
const open = () => button(hall.chair, 'گشودن رأی‌گیری').click()
async function close(name = 'پایان رأی‌گیری') {
  await button(hall.chair, name).click()
  await confirm(hall.chair, name)
}
const cast = async (member) => {
  await button(member, /^ثبت رأی/).click()
  await sees(member, 'رأی شما ثبت شد')
}

step('everybody comes in, and the meeting has its quorum', async () => {
  hall.secretary = await signIn(scene.browser, invited(server, names.secretary), { name: 'secretary', size: 'laptop', runs: true })
  hall.chair = await signIn(scene.browser, invited(server, names.chair), { name: 'chair', size: 'tablet', runs: true })
  hall.members = []
  for (const [index, name] of names.members.entries()) {
    hall.members.push(await signIn(scene.browser, invited(server, name), { name: `member-${index + 1}`, size: index % 2 === 1 ? 'phone' : 'tablet' }))
  }
  hall.observer = await device(scene.browser, 'observer', 'phone')
  await hall.observer.page.goto(`${server.url}/hall/rasht/observe`)
  const told = run('invite', '--data', server.data, '--url', server.url, 'rasht', '--role', 'display')
  hall.display = await device(scene.browser, 'display', 'projector')
  await hall.display.page.goto(/https?:\/\/\S+\/join#\S+/.exec(told)[0])
  await hall.display.page.waitForURL(/display/)

  await tab('دستور جلسه')
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')
  await each(hall.members, checkIn)
  await button(hall.chair, 'ثبت حضور من').first().click()
  await tab('جلسهٔ جاری')
  for (const name of ['معاون مالی و اقتصادی', 'معاون فرهنگی و اجتماعی', 'شهردار منطقهٔ ۳', 'نخبهٔ حوزهٔ حقوق شهری']) await seat(hall.secretary, name)
  await button(hall.chair, 'گشودن جلسه').click()
})

step('the charter lets the chair’s own vote decide a tie, and says what each rule means', async () => {
  await tab('تالار')
  await tab('آیین‌نامه')
  await hall.secretary.page.getByLabel(/رأی تعیین‌کنندهٔ رئیس جلسه/).check()
  await hall.secretary.page.getByText('وزن رأی هر جایگاه').scrollIntoViewIfNeeded()
  await look(hall.secretary, 'votes-charter')
  await button(hall.secretary, 'ثبت آیین‌نامه').click()
  await sees(hall.secretary, 'آیین‌نامه ثبت شد.')
})

step('consent: one objection puts the question to the vote, which is the chair’s next act', async () => {
  await goTo('۱', '۲')
  await open()
  await hall.members[0].page.getByRole('button', { name: 'مخالفت دارم' }).waitFor()
  await look(hall.chair, 'votes-chair-consent')
  await look(hall.members[1], 'votes-consent-phone')
  await button(hall.members[0], 'مخالفت دارم').click()
  await look(hall.members[0], 'votes-objection')
  await confirm(hall.members[0], 'مخالفت دارم')
  await sees(hall.chair, 'رأی‌گیری پس از مخالفت')
  await look(hall.chair, 'votes-chair-objected')
  await shoot(hall.display, 'votes-display-objected')
  await open()
  await each(hall.members.slice(0, 5), (member) => vote(member, 'موافق'))
  await vote(hall.members[5], 'مخالف')
  await close()
  await sees(hall.display, 'تصویب شد')
})

step('roll call: the chair begins, the secretariat goes on, and an answer is put right', async () => {
  await goTo('۳')
  await prepare('آیا با سند چشم‌انداز توسعهٔ شهر موافقید؟', async (sheet) => {
    await pick(sheet, 'قرائت اسامی')
    await look(hall.chair, 'votes-chair-form')
  })
  await open()
  const answers = (someone) => someone.page.getByRole('group', { name: /^ثبت یا اصلاح پاسخ/ })
  const answer = async (someone, word, so) => {
    await answers(someone).getByRole('button', { name: word }).click()
    await sees(someone, `${so} از ۱۱ رأی`)
  }
  await answer(hall.chair, 'موافق', '۱')
  await answer(hall.chair, 'مخالف', '۲')
  await look(hall.chair, 'votes-chair-roll')
  await hall.chair.page.setViewportSize({ width: 390, height: 844 })
  await button(hall.chair, 'رأی', { exact: true }).click()
  await look(hall.chair, 'votes-chair-roll-phone')
  await hall.chair.page.setViewportSize({ width: 1024, height: 768 })
  await look(hall.members[0], 'votes-roll')
  await look(hall.members[1], 'votes-roll-phone')
  await shoot(hall.display, 'votes-display-roll')
  await tab('جلسهٔ جاری')
  for (const so of ['۳', '۴', '۵', '۶', '۷', '۸', '۹', '۱۰']) await answer(hall.secretary, 'موافق', so)
  await look(hall.secretary, 'votes-desk-roll')
  await answer(hall.secretary, 'ممتنع', '۱۱')
  await hall.secretary.page.getByRole('button', { name: new RegExp(`پاسخ ${names.vice}|پاسخ .* \\(مخالف\\)`) }).first().click()
  await answers(hall.secretary).getByRole('button', { name: 'ممتنع' }).click()
  await sees(hall.secretary, 'همهٔ نام‌ها خوانده شد.')
  await close()
  await sees(hall.display, 'تصویب شد')
  await sees(hall.chair, /موافق ۹ بیش از مخالف ۰/)
})

step('show of hands: the desk counts, and a mistake is corrected with a reason that stays', async () => {
  await prepare('آیا با انتشار سند برای همگان موافقید؟', (sheet) => pick(sheet, 'بلند کردن دست'))
  await open()
  await look(hall.chair, 'votes-chair-hands')
  await look(hall.members[1], 'votes-hands-phone')
  const count = async (someone, numbers) => {
    for (const [index, word] of ['موافق', 'مخالف', 'ممتنع'].entries()) await someone.page.getByRole('textbox', { name: word, exact: true }).fill(numbers[index])
  }
  await count(hall.chair, ['۹', '۴', ''])
  await button(hall.chair, 'ثبت شمارش').click()
  await sees(hall.chair, 'شمار دست‌ها از شمار رأی‌دهندگان بیشتر است.')
  await count(hall.secretary, ['۵', '۵', '۱'])
  await hall.secretary.page.getByRole('group', { name: 'رئیس جلسه در شمار' }).getByText('موافق', { exact: true }).click()
  await look(hall.secretary, 'votes-desk-hands')
  await button(hall.secretary, 'ثبت شمارش').click()
  await sees(hall.secretary, 'ثبت شد: موافق ۵، مخالف ۵، ممتنع ۱')
  await close()
  await sees(hall.display, 'تصویب شد')
  await shoot(hall.display, 'votes-display-casting')
  await button(hall.secretary, 'اصلاح شمارش').last().click()
  await count(hall.secretary, ['۴', '۶', '۱'])
  await say(hall.secretary, 'اشتباه در نوشتن عدد')
  await look(hall.secretary, 'votes-desk-correction')
  await say(hall.secretary, 'ثبت اصلاح')
  await gone(hall.secretary)
  await sees(hall.secretary, /شمارش دست‌ها اصلاح شد/)
  await sees(hall.chair, 'تصویب نشد')
  await look(hall.secretary, 'votes-desk-minutes')
})

step('priorities: in order by dragging, by buttons and by keys alone; a reload keeps what is half filled', async () => {
  await goTo('۳ الف', '۳ ب', '۴')
  await turnTo(/به ترتیب اولویت بچینید/)
  await look(hall.chair, 'votes-chair-prepared')
  await open()
  const [dragger, presser, typist, reloader] = hall.members
  const options = ['توسعهٔ زیرساخت‌ها', 'پایداری محیط زیست', 'ارتقای کیفیت زندگی', 'انسجام و عدالت اجتماعی']
  const add = (member, title) => button(member, new RegExp(`^${title}: افزودن`)).click()
  const order = (member) => member.page.getByRole('region', { name: 'ترتیب شما' }).getByRole('listitem').locator('bdi').allTextContents()
  await each(hall.members.slice(0, 2), async (member) => {
    for (const title of options) await add(member, title)
  })

  const handle = await button(dragger, new RegExp(`^${options[3]}: جابه‌جا`)).boundingBox()
  const top = await button(dragger, new RegExp(`^${options[0]}: جابه‌جا`)).boundingBox()
  await dragger.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await dragger.page.mouse.down()
  await dragger.page.mouse.move(handle.x + handle.width / 2, top.y - 4, { steps: 8 })
  await look(dragger, 'votes-ranking-dragged')
  await dragger.page.mouse.up()
  assert.deepEqual(await order(dragger), [options[3], options[0], options[1], options[2]])

  await button(presser, `${options[1]}: یک جایگاه بالاتر`).click()
  assert.deepEqual(await order(presser), [options[1], options[0], options[2], options[3]])
  await look(presser, 'votes-ranking-phone')

  // Only keys: to the first option that is not in order yet, and on from there to the button that casts.
  const { keyboard } = typist.page
  const focused = () => typist.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '')
  const tabTo = async (name) => {
    for (let presses = 0; presses < 60; presses++) {
      if (name.test(await focused())) return
      await keyboard.press('Tab')
    }
    assert.fail(`the keyboard does not reach ${name}`)
  }
  for (const title of [options[1], options[3]]) {
    await tabTo(new RegExp(`^${title}: افزودن`))
    await keyboard.press('Enter')
  }
  await tabTo(new RegExp(`^${options[3]}: جابه‌جا`))
  await keyboard.press('ArrowUp')
  assert.deepEqual(await order(typist), [options[3], options[1]])
  await tabTo(/^ثبت رأی/)
  await keyboard.press('Enter')
  await sees(typist, 'رأی شما ثبت شد')

  await add(reloader, options[2])
  await add(reloader, options[0])
  await reloader.page.reload()
  await button(reloader, /^ثبت رأی: ۲ گزینه/).waitFor()
  assert.deepEqual(await order(reloader), [options[2], options[0]])
  await each([dragger, presser, reloader], cast)
  await look(dragger, 'votes-ranking-receipt')

  await button(hall.chair, 'برگهٔ رأی من').click()
  await add(hall.chair, options[1])
  await look(hall.chair, 'votes-chair-ranking')
  await say(hall.chair, /^ثبت رأی/)
  await dialog(hall.chair).getByText('رأی شما ثبت شد').waitFor()
  await hall.chair.page.keyboard.press('Escape')
  await gone(hall.chair)
  await sees(hall.chair, '۵ از ۱۱ رأی')
  await shoot(hall.display, 'votes-display-ranking')
  await close()
  await sees(hall.chair, /مقایسهٔ دوبه‌دو در ۵ برگه/)
  await shoot(hall.display, 'votes-display-ranked')
  await accessible(hall.display, 'the ranking on the display')
  await look(hall.members[1], 'votes-ranked-phone')
  await button(hall.chair, 'جزئیات و نام‌ها').click()
  await dialog(hall.chair).getByText('جدول مقایسهٔ دوبه‌دو').click()
  await look(hall.chair, 'votes-chair-ranked')
  await hall.chair.page.keyboard.press('Escape')
})

step('points: shared out among the options, never more than there are', async () => {
  await open()
  const more = (member, title, times) => button(member, `${title}: یک امتیاز بیشتر`).click({ clickCount: times, delay: 20 })
  const [first, second] = hall.members
  for (const [title, points] of [['توسعهٔ زیرساخت‌ها', 3], ['پایداری محیط زیست', 7]]) await more(first, title, points)
  await sees(first, 'همهٔ امتیازها داده شد')
  await look(first, 'votes-points')
  const field = second.page.getByLabel('امتیاز ارتقای کیفیت زندگی')
  await field.fill('۱۲')
  await field.blur()
  await look(second, 'votes-points-phone')
  await field.fill('۶')
  await field.blur()
  await each([first, second], cast)
  await close()
  await sees(hall.chair, /۲ برگه، هر یک ۱۰ امتیاز/)
  await shoot(hall.display, 'votes-display-points')
})

step('election: nobody reaches the majority, and the run-off fills the seat', async () => {
  await goTo('۵')
  const candidates = ['معاون خدمات شهری', 'نخبهٔ حوزهٔ محیط زیست', 'معاون فنی و عمرانی']
  await prepare('نمایندهٔ اتاق در ستاد بازآفرینی چه کسی باشد؟', async (sheet) => {
    await pick(sheet, 'انتخابات')
    await sheet.getByRole('button', { name: 'آماده کردن رأی‌گیری' }).click()
    await sheet.getByText(/شمار گزینه‌ها کم است/).waitFor()
    for (const label of candidates) await sheet.getByLabel('افزودن از فهرست اعضا').selectOption({ label })
    await sheet.getByRole('button', { name: 'افزودن نامزدی بیرون از فهرست اعضا' }).click()
    await sheet.getByLabel('نامزد ۴', { exact: true }).fill('مدیر عامل سازمان نوسازی')
    await pick(sheet, 'بیش از نصف')
    await look(hall.chair, 'votes-chair-election-form')
  })
  await turnTo(/نمایندهٔ اتاق در ستاد بازآفرینی/)
  await button(hall.chair, 'ثبت انصراف مدیر عامل سازمان نوسازی').click()
  await confirm(hall.chair, 'ثبت انصراف')
  await sees(hall.chair, 'انصراف داده است')
  await open()
  const mark = async (member, name) => {
    await member.page.getByRole('radio', { name: new RegExp(`^${name}`) }).click()
    await cast(member)
  }
  await each(hall.members, (member) => member.page.getByRole('radio', { name: new RegExp(`^${candidates[0]}`) }).waitFor())
  await look(hall.members[0], 'votes-election')
  await look(hall.members[1], 'votes-election-phone')
  for (const [index, member] of hall.members.entries()) await mark(member, candidates[index % 3 === 2 ? 2 : index % 2])
  await close()
  await sees(hall.display, /انتخاب کامل نشد/)
  await sees(hall.chair, 'دور دوم، برای جایی که پر نشد')
  await look(hall.chair, 'votes-chair-runoff')
  await shoot(hall.display, 'votes-display-incomplete')
  await open()
  await each(hall.members.slice(0, 4), (member) => mark(member, candidates[0]))
  await mark(hall.members[4], candidates[1])
  await close()
  await sees(hall.display, /انتخاب شد/)
  await shoot(hall.display, 'votes-display-elected')
  await look(hall.observer, 'votes-observer-elected')
})

step('a vote is voided in the middle, with a reason, and repeated', async () => {
  await goTo('۶')
  await open()
  await vote(hall.members[0], 'مخالف')
  await button(hall.chair, 'یادآوری به رأی‌نداده‌ها').click()
  await sees(hall.members[1], /رأی‌گیری به‌زودی بسته می‌شود/)
  await button(hall.chair, 'افزودن مهلت: ۱ دقیقه').click()
  await sees(hall.members[1], /مهلت رأی‌گیری تمدید شد/)
  await button(hall.chair, 'ابطال رأی‌گیری').click()
  await say(hall.chair, 'ابهام در متن رأی‌گیری')
  await look(hall.chair, 'votes-chair-void')
  await say(hall.chair, 'ابطال')
  await gone(hall.chair)
  await button(hall.chair, 'تکرار رأی‌گیری').click()
  await sees(hall.chair, 'تکرار رأی‌گیری باطل‌شده')
  await look(hall.chair, 'votes-chair-repeat')
  await open()
  await choice(hall.members[0], 'موافق').waitFor()
  await each(hall.members.slice(0, 3), (member) => vote(member, 'موافق'))
  await close()
  await sees(hall.display, 'تصویب شد')
  await tab('جلسهٔ جاری')
  await sees(hall.secretary, /رأی‌گیری باطل شد: .*ابهام/)
})

step('a secret motion: collected by name, cast by nobody, published, and counted again by anybody', async () => {
  await prepare('آیا با واگذاری ادارهٔ گوهررود به کارگروه موافقید؟', async (sheet) => {
    await pick(sheet, 'مخفی')
    await pick(sheet, 'تا اعلام رئیس جلسه')
    await look(hall.chair, 'votes-chair-secret-form')
  })
  await open()
  for (const [index, member] of hall.members.entries()) {
    const word = index < 4 ? 'موافق' : 'مخالف'
    await choice(member, word).click()
    if (index === 0) await look(member, 'votes-secret')
    if (index === 1) await look(member, 'votes-secret-phone')
    await button(member, `ثبت رأی: ${word}`).click()
  }
  await look(hall.chair, 'votes-chair-secret')
  await shoot(hall.display, 'votes-display-secret')
  // The browser waits a random while before it casts.
  await each(hall.members, (member) => member.page.getByRole('contentinfo').getByText('رأی شما در صندوق است').waitFor({ timeout: 90_000 }))
  await look(hall.members[0], 'votes-secret-receipt')
  await look(hall.members[1], 'votes-secret-receipt-phone')
  await close()
  await hall.chair.page.getByText(/موافق ۴ بیش از مخالف ۲/).waitFor({ timeout: 60_000 })
  await sees(hall.display, 'تصویب شد')
  await shoot(hall.display, 'votes-display-secret-result')
  await each(hall.members, (member) => member.page.getByText('برگهٔ شما در فهرست منتشرشده هست').filter({ visible: true }).first().waitFor())
  await look(hall.members[0], 'votes-secret-found')

  await button(hall.chair, 'جزئیات و نام‌ها').click()
  const recount = await dialog(hall.chair).getByRole('link', { name: /بازشماری/ }).getAttribute('href')
  await hall.chair.page.keyboard.press('Escape')
  await hall.observer.page.goto(`${server.url}${recount}`)
  await sees(hall.observer, 'همه‌چیز درست است')
  await look(hall.observer, 'votes-recount-phone')
  const published = await hall.observer.page.request.get(`${server.url}/api${recount.replace('/hall/', '/halls/')}/ballots`)
  const file = `${server.data}.ballots.json`
  writeFileSync(file, await published.text())
  assert.match(run('recount', file), /\S/)
})

step('the record tells every vote whole', async () => {
  await goTo('۷', '۸')
  await button(hall.chair, 'پایان جلسه').first().click()
  await confirm(hall.chair, 'پایان جلسه')
  await button(hall.secretary, 'انتشار صورتجلسه').click()
  await confirm(hall.secretary, 'انتشار صورتجلسه')
  await sees(hall.secretary, 'صورتجلسه منتشر شده است')
  await hall.observer.page.goto(`${server.url}/hall/rasht/archive`)
  await hall.observer.page.getByRole('link', { name: /نخستین/ }).first().click()
  await sees(hall.observer, 'صورتجلسهٔ نخستین جلسه')
  const record = await sheet(hall.observer)
  const text = await record.locator('article').innerText()
  for (const told of ['پس از مخالفت', 'قرائت اسامی', 'اصلاح شمارش', 'دور دوم', 'باطل شد', 'ابهام در متن رأی‌گیری', 'مقایسهٔ دوبه‌دو', 'بازشماری برگه‌ها']) {
    assert.ok(text.includes(told), `the record tells «${told}»`)
  }
  await look(hall.observer, 'votes-record-phone')
  await hall.observer.page.setViewportSize({ width: 1024, height: 768 })
  await record.getByText('دور دوم').first().scrollIntoViewIfNeeded()
  await look(hall.observer, 'votes-record')
})

step('no device complained, and the chain holds', async () => {
  assert.deepEqual(Object.values(hall).flat().flatMap((someone) => someone.errors), [])
  const { code } = await server.stop()
  assert.equal(code, 0, 'SIGTERM ends the server gracefully')
  delete server.process
  assert.match(run('verify', '--data', server.data), /\S/)
})
