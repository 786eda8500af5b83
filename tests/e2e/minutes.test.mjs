// Minutes that two secretaries write at once, on a line that breaks and on a page that is loaded again; then the record's life, from
// its circulation to its seal. Real browsers, the real server.
import assert from 'node:assert/strict'
import { button, checkIn, confirm, dialog, invited, names, raiseHand, seat, sees, signIn } from './people.mjs'
import { run } from './server.mjs'
import { look, stage, story } from './steps.mjs'

const scene = stage()
const { server } = scene
const hall = {}
const step = story(hall)

const clerk = 'کارشناس ادارهٔ مطالعات و پژوهش'
const others = [
  'معاون مالی و اقتصادی', 'معاون فرهنگی و اجتماعی', 'شهردار منطقهٔ ۳', 'نخبهٔ حوزهٔ حقوق شهری', 'نخبهٔ حوزهٔ اقتصاد شهری',
  'نخبهٔ حوزهٔ هنر', 'معاون خدمات شهری', 'نمایندهٔ شورای اسلامی شهر',
]
const tab = (someone, name) => someone.page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
const text = (someone) => someone.page.getByRole('textbox', { name: /^شرح مذاکرات/ })
/** As it stands on a screen: a paragraph is a line, the others' flags are no part of it. */
const written = (someone) =>
  text(someone).evaluate((field) =>
    field instanceof HTMLTextAreaElement ? field.value : [...field.querySelectorAll('.cm-line')].map((line) => {
      const copy = line.cloneNode(true)
      for (const flag of copy.querySelectorAll('.other, .cm-placeholder')) flag.remove()
      return copy.textContent.replaceAll('\u2060', '')
    }).join('\n'),
  )
const saved = (someone) => sees(someone, 'ذخیره شد،')
async function agree(...people) {
  await Promise.all(people.map(saved))
  let texts
  for (let attempt = 0; attempt < 40; attempt++) {
    texts = await Promise.all(people.map(written))
    if (texts.every((other) => other === texts[0])) return texts[0]
    await people[0].page.waitForTimeout(100)
  }
  assert.equal(texts[0], texts[1], 'both screens show the same text')
  return texts[0]
}
/** Every word of it is there, once. */
function has(whole, ...words) {
  for (const word of words) assert.equal(whole.split(word).length - 1, 1, `«${word}» once in:\n${whole}`)
}

step('two secretaries, the chair and two members come in, and the meeting opens', async () => {
  hall.secretary = await signIn(scene.browser, invited(server, names.secretary), { name: 'secretary', size: 'laptop', runs: true })
  hall.clerk = await signIn(scene.browser, invited(server, clerk), { name: 'clerk', size: 'tablet', runs: true })
  hall.chair = await signIn(scene.browser, invited(server, names.chair), { name: 'chair', size: 'tablet', runs: true })
  hall.members = [
    await signIn(scene.browser, invited(server, names.members[0]), { name: 'member-1', size: 'tablet' }),
    await signIn(scene.browser, invited(server, names.members[4]), { name: 'member-2', size: 'phone' }),
  ]
  await tab(hall.secretary, 'دستور جلسه')
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')
  await Promise.all(hall.members.map(checkIn))
  await button(hall.chair, 'ثبت حضور من').first().click()
  for (const someone of [hall.secretary, hall.clerk]) await tab(someone, 'جلسهٔ جاری')
  for (const name of others) await seat(hall.secretary, name)
  await sees(hall.chair, 'حد نصاب کامل است')
  await button(hall.chair, 'گشودن جلسه').click()
  await button(hall.chair, 'رفتن به بند ۱').first().click()
  await button(hall.chair, 'رفتن به بند ۲').first().click()
  await raiseHand(hall.members[0])
  await button(hall.chair, 'دادن نوبت به نفر نخست').click()
  await sees(hall.secretary, 'در حال سخن')
})

step('they type in the same text at the same time, key by key', async () => {
  await text(hall.secretary).click()
  await hall.secretary.page.keyboard.type('معاون فنی گزارش داد.\n', { delay: 10 })
  await saved(hall.secretary)
  await text(hall.clerk).click()
  await hall.clerk.page.keyboard.press('Control+End')
  await hall.clerk.page.keyboard.type('نمایندهٔ شورا پرسید.', { delay: 10 })
  await agree(hall.secretary, hall.clerk)
  await text(hall.secretary).click()
  await hall.secretary.page.keyboard.press('Control+Home')
  const first = 'پیش از دستور، رئیس می‌خواهد نیم‌فاصله‌ها بماند. '
  const second = ' پاسخ: پل‌ها و گوهررود را می‌پاییم.'
  const keys = async (someone, words) => {
    for (const key of words) await someone.page.keyboard.insertText(key)
  }
  await Promise.all([keys(hall.secretary, first), keys(hall.clerk, second)])
  const whole = await agree(hall.secretary, hall.clerk)
  assert.equal(whole, `${first}معاون فنی گزارش داد.\nنمایندهٔ شورا پرسید.${second}`)
  if (process.env.POINTED)   await sees(hall.secretary, `${clerk} هم می‌نویسد`)
  await look(hall.secretary, 'minutes-desk')
  await look(hall.clerk, 'minutes-desk-tablet')
})

step('whoever loses the line types on, and nobody loses a key', async () => {
  await hall.clerk.context.setOffline(true)
  await sees(hall.clerk, /ارتباط/)
  await hall.clerk.page.keyboard.type(' بی‌خط نوشته شد.', { delay: 5 })
  await hall.secretary.page.keyboard.type('هم‌زمان این‌جا. ', { delay: 5 })
  await sees(hall.clerk, 'نوشتهٔ شما نگه داشته شده است')
  await look(hall.clerk, 'minutes-offline')
  await hall.clerk.context.setOffline(false)
  const whole = await agree(hall.secretary, hall.clerk)
  has(whole, 'بی‌خط نوشته شد.', 'هم‌زمان این‌جا.')
})

step('whoever loads the page again in the middle of a word goes on with it', async () => {
  await hall.clerk.page.keyboard.type('\nخط سوم پیش از', { delay: 5 })
  await hall.clerk.page.reload()
  await tab(hall.clerk, 'جلسهٔ جاری')
  await text(hall.clerk).click()
  await hall.clerk.page.keyboard.press('Control+End')
  await hall.clerk.page.keyboard.type(' بارگذاری.', { delay: 5 })
  const whole = await agree(hall.secretary, hall.clerk)
  has(whole, 'خط سوم پیش از بارگذاری.')
})

step('one undoes one’s own words only', async () => {
  await hall.secretary.page.keyboard.press('Control+Home')
  await hall.secretary.page.keyboard.type('اشتباه')
  await saved(hall.secretary)
  await hall.clerk.page.keyboard.type(' و این می‌ماند.')
  await agree(hall.secretary, hall.clerk)
  await hall.secretary.page.keyboard.press('Control+z')
  const whole = await agree(hall.secretary, hall.clerk)
  assert.ok(!whole.includes('اشتباه'), whole)
  has(whole, 'و این می‌ماند.')
})

step('a text module, a quotation and a note beside a line', async () => {
  await button(hall.secretary, 'متن آماده').click()
  await button(hall.secretary, 'ویرایش متن‌های آماده').click()
  await button(hall.secretary, 'افزودن متن‌های پیشنهادی').click()
  await sees(hall.secretary, 'دادن نوبت')
  await look(hall.secretary, 'minutes-modules')
  await button(hall.secretary, 'بازگشت به فهرست').click()
  await hall.secretary.page.getByRole('combobox', { name: 'نام یا بخشی از متن' }).fill('نوبت')
  await look(hall.secretary, 'minutes-palette')
  await hall.secretary.page.keyboard.press('Escape')
  await text(hall.secretary).click()
  await hall.secretary.page.keyboard.press('Control+End')
  await hall.secretary.page.keyboard.press('Enter')
  await hall.secretary.page.keyboard.press('/')
  await hall.secretary.page.getByRole('combobox', { name: 'نام یا بخشی از متن' }).fill('نوبت')
  await hall.secretary.page.keyboard.press('Enter')
  await dialog(hall.secretary).waitFor({ state: 'detached' })
  await hall.secretary.page.keyboard.press('Enter')
  await button(hall.secretary, 'نقل عین سخن').click()
  await hall.secretary.page.keyboard.type('رودخانه زنده است')
  const whole = await agree(hall.secretary, hall.clerk)
  has(whole, `رئیس جلسه نوبت را به ${names.members[0]} داد.`, `${names.members[0]} گفت: «رودخانه زنده است»`)

  await button(hall.secretary, /^کارهای این سطر: بند ۲ آغاز شد/).click()
  await dialog(hall.secretary).getByLabel('یادداشت دبیرخانه').fill('به دعوت رئیس جلسه')
  await look(hall.secretary, 'minutes-entry')
  await confirm(hall.secretary, 'ثبت')
  await sees(hall.clerk, 'به دعوت رئیس جلسه')
})

step('one who writes alone holds the text, and the other sees who does', async () => {
  await button(hall.clerk, 'کارهای دیگر').click()
  await dialog(hall.clerk).getByRole('button', { name: 'نوشتن به‌تنهایی (کادر ساده)' }).click()
  await text(hall.clerk).click()
  await sees(hall.clerk, 'فقط شما این متن را ویرایش می‌کنید.')
  await sees(hall.secretary, `${clerk} این متن را به‌تنهایی ویرایش می‌کند`)
  await hall.clerk.page.keyboard.press('Control+End')
  await hall.clerk.page.keyboard.type('\nدر کادر ساده.')
  await agree(hall.clerk, hall.secretary)
  await look(hall.clerk, 'minutes-alone')
  await look(hall.secretary, 'minutes-held')
  await hall.clerk.page.getByRole('heading', { level: 1 }).click()
  await hall.secretary.page.getByText('این متن را به‌تنهایی ویرایش می‌کند').waitFor({ state: 'detached' })
  await button(hall.clerk, 'کارهای دیگر').click()
  await dialog(hall.clerk).getByRole('button', { name: 'نوشتن هم‌زمان با دیگران' }).click()
  await agree(hall.clerk, hall.secretary)
})

step('members read the same words as they come', async () => {
  const whole = await agree(hall.secretary, hall.clerk)
  for (const member of hall.members) {
    await button(member, 'صورتجلسه').click()
    const lines = await dialog(member).locator('.text p').allTextContents()
    assert.equal(lines.join('\n'), whole)
    await look(member, `minutes-${member.name}`)
    await member.page.keyboard.press('Escape')
  }
})
