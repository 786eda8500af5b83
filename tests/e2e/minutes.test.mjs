// Minutes that two secretaries write at once, on a line that breaks and on a page that is loaded again; then the record's life, from
// its circulation to its seal. Real browsers, the real server.
import assert from 'node:assert/strict'
import { device, sizes } from './browser.mjs'
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
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    texts = await Promise.all(people.map(written))
    if (texts.every((other) => other === texts[0])) return texts[0]
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
  await sees(hall.secretary, `${clerk} هم می‌نویسد`)
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
  await button(hall.secretary, 'افزودن متن').click()
  await dialog(hall.secretary).getByLabel('نام', { exact: true }).fill('نوبت ما')
  await dialog(hall.secretary).getByLabel('متن', { exact: true }).fill('رئیس جلسه نوبت را به ')
  await dialog(hall.secretary).getByLabel('متن', { exact: true }).press('Control+End')
  await button(hall.secretary, 'سخنران').click()
  await dialog(hall.secretary).getByLabel('متن', { exact: true }).press('Control+End')
  await hall.secretary.page.keyboard.type(' داد.')
  await look(hall.secretary, 'minutes-module')
  await confirm(hall.secretary, 'ثبت')
  await sees(hall.secretary, 'نوبت ما')
  await look(hall.secretary, 'minutes-modules')
  await button(hall.secretary, 'بازگشت به فهرست').click()
  await hall.secretary.page.getByRole('combobox', { name: 'نام یا بخشی از متن' }).fill('نوبت ما')
  await look(hall.secretary, 'minutes-palette')
  await hall.secretary.page.keyboard.press('Escape')
  await text(hall.secretary).click()
  await hall.secretary.page.keyboard.press('Control+End')
  await hall.secretary.page.keyboard.press('Enter')
  await hall.secretary.page.keyboard.press('/')
  await hall.secretary.page.getByRole('combobox', { name: 'نام یا بخشی از متن' }).fill('نوبت ما')
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

step('an input method composes a word while the other types: both words are there', async () => {
  const composed = 'گیلان\u200cزمین'
  for (const someone of [hall.clerk, hall.secretary]) {
    const other = someone === hall.clerk ? hall.secretary : hall.clerk
    await text(someone).click()
    await someone.page.keyboard.press('Control+End')
    await someone.page.keyboard.press('Enter')
    const client = await someone.context.newCDPSession(someone.page)
    for (let end = 1; end <= composed.length; end++) {
      await client.send('Input.imeSetComposition', { text: composed.slice(0, end), selectionStart: end, selectionEnd: end })
      if (end === 3) {
        await text(other).click()
        await other.page.keyboard.press('Control+Home')
        await other.page.keyboard.type('+')
        await someone.page.bringToFront()
      }
    }
    await client.send('Input.insertText', { text: composed })
    await agree(someone, other)
  }
  const whole = await agree(hall.clerk, hall.secretary)
  assert.ok(whole.startsWith('++') && whole.endsWith(`\n${composed}\n${composed}`), whole)
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

step('a resolution recorded by mistake is voided, and stays struck through with the reason', async () => {
  await button(hall.secretary, 'مصوبه از همین متن').click()
  await dialog(hall.secretary).getByLabel('متن مصوبه').fill('پایش رودخانه‌ها ماهانه شود.')
  await confirm(hall.secretary, 'ثبت')
  await button(hall.secretary, 'ابطال مصوبه').click()
  await dialog(hall.secretary).getByRole('button', { name: 'ثبت اشتباه' }).click()
  await look(hall.secretary, 'minutes-void')
  await confirm(hall.secretary, 'ابطال مصوبه')
  await dialog(hall.secretary).waitFor({ state: 'detached' })
  await sees(hall.secretary, 'ابطال شد: ثبت اشتباه')
  await look(hall.secretary, 'minutes-voided')
})

step('the meeting closes, and its record is circulated', async () => {
  await button(hall.chair, 'کارهای دیگر').click()
  await dialog(hall.chair).getByRole('button', { name: 'پایان جلسه' }).click()
  await confirm(hall.chair, 'پایان جلسه')
  await tab(hall.secretary, 'صورتجلسه‌ها')
  await look(hall.secretary, 'record-desk-draft')
  await button(hall.secretary, 'در گردش گذاشتن').click()
  await confirm(hall.secretary, 'در گردش گذاشتن')
  await sees(hall.secretary, 'گام بعد')
})

const records = (someone) => button(someone, /^صورتجلسه‌ها/).click()

step('members propose corrections, the desk answers them, and both see what became of them', async () => {
  const [first, second] = hall.members
  await records(first)
  await look(first, 'record-member')
  await button(first, 'پیشنهاد اصلاح').click()
  await look(first, 'record-passage')
  await dialog(first).getByRole('button', { name: 'نمایندهٔ شورا پرسید.' }).click()
  await dialog(first).getByLabel('عبارت پیشنهادی شما').fill('نمایندهٔ شورای اسلامی شهر پرسید.')
  await look(first, 'record-correction')
  await button(first, 'فرستادن پیشنهاد').click()
  await sees(first, 'پیشنهاد شما به دبیرخانه رسید.')
  await records(second)
  await button(second, 'پیشنهاد اصلاح').click()
  await look(second, 'record-passage-phone')
  await dialog(second).getByRole('button', { name: /^خط سوم/ }).click()
  await dialog(second).getByLabel('عبارت پیشنهادی شما').fill('')
  await button(second, 'فرستادن پیشنهاد').click()
  await sees(second, 'پیشنهاد شما به دبیرخانه رسید.')
  await look(hall.secretary, 'record-inbox')
  await button(hall.secretary, 'پذیرفتن').first().click()
  await sees(hall.secretary, 'پذیرفته شد')
  await button(hall.secretary, 'نپذیرفتن').first().click()
  await hall.secretary.page.getByLabel('دلیل نپذیرفتن').fill('این سطر عین گفته‌هاست.')
  await button(hall.secretary, 'ثبت نپذیرفتن').click()
  await sees(first, 'پذیرفته شد')
  await sees(second, /این سطر عین گفته‌هاست/)
  await look(second, 'record-answer-phone')
  for (const member of hall.members) await member.page.keyboard.press('Escape')
})

step('the next draft has an item for it, in which the chair approves it', async () => {
  await tab(hall.secretary, 'تالار')
  await tab(hall.secretary, 'آیین‌نامه')
  await hall.secretary.page.getByLabel('جلسه‌ها هر هفته برگزار می‌شود', { exact: true }).check()
  await hall.secretary.page.getByLabel('محل', { exact: true }).fill('تالار گفتگو')
  await button(hall.secretary, 'ثبت آیین‌نامه').click()
  await sees(hall.secretary, 'آیین‌نامه ثبت شد.')
  await tab(hall.secretary, 'دستور جلسه')
  await button(hall.secretary, 'پیش‌نویس جلسهٔ بعد').click()
  await hall.secretary.page.getByRole('heading', { name: 'دومین جلسه (پیش‌نویس)' }).waitFor()
  await hall.secretary.page.locator('button.row', { hasText: 'تصویب صورتجلسه' }).first().waitFor()
  await look(hall.secretary, 'record-next-draft')
  await button(hall.secretary, 'دعوت به جلسه').click()
  await confirm(hall.secretary, 'دعوت به جلسه')

  // The next meeting is there, and the record of the last one can be corrected all the same.
  await tab(hall.secretary, 'صورتجلسه‌ها')
  await button(hall.secretary, /^نخستین جلسه/).click()
  await button(hall.secretary, 'اصلاح متن و مصوبات').click()
  await text(hall.secretary).click()
  await hall.secretary.page.keyboard.type('گزارش دبیر خوانده شد.')
  await saved(hall.secretary)
  await look(hall.secretary, 'record-work')
  for (const size of ['tablet', 'phone']) {
    await hall.secretary.page.setViewportSize(sizes[size])
    await look(hall.secretary, `record-work-${size}`)
  }
  await hall.secretary.page.setViewportSize(sizes.laptop)
  await button(hall.secretary, 'بازگشت به صورتجلسه').click()

  await Promise.all(hall.members.map(checkIn))
  await button(hall.chair, 'ثبت حضور من').first().click()
  await tab(hall.secretary, 'جلسهٔ جاری')
  for (const name of others) await seat(hall.secretary, name)
  await button(hall.chair, 'گشودن جلسه').click()
  await button(hall.chair, 'رفتن به بند ۱').first().click()
  await sees(hall.chair, 'به همهٔ پیشنهادهای اصلاح پاسخ داده شده است.')
  await look(hall.chair, 'record-approve')
  await button(hall.chair, 'تصویب صورتجلسه').click()
  await look(hall.chair, 'record-approve-confirm')
  await confirm(hall.chair, 'تصویب صورتجلسه')
  await sees(hall.chair, 'صورتجلسه تصویب شد')
})

step('members sign on their devices, and the desk seals with the reason why some have not', async () => {
  for (const member of hall.members) {
    await records(member)
    await look(member, `record-asked-${member.name}`)
    await button(member, 'امضای صورتجلسه').click()
    await dialog(member).last().getByRole('button', { name: 'امضای صورتجلسه' }).click()
    await sees(member, /امضا شد ·/)
    await look(member, `record-signed-${member.name}`)
    await member.page.keyboard.press('Escape')
  }
  await tab(hall.secretary, 'صورتجلسه‌ها')
  await button(hall.secretary, /^نخستین جلسه/).click()
  await sees(hall.secretary, /۲ امضا از/)
  await look(hall.secretary, 'record-signatures')
  await button(hall.secretary, 'مهر کردن صورتجلسه').click()
  await dialog(hall.secretary).getByLabel('دلیل مهر کردن بدون امضای همه').fill('دیگر حاضران در مأموریت‌اند.')
  await look(hall.secretary, 'record-seal')
  await confirm(hall.secretary, 'مهر کردن صورتجلسه')
  await sees(hall.secretary, /مهر شد$/)
  await look(hall.secretary, 'record-sealed')
  await button(hall.secretary, 'نوشتن افزوده').click()
  await dialog(hall.secretary).getByRole('textbox').fill('نشانی پیوست دوم اصلاح شد.')
  await confirm(hall.secretary, 'ثبت')
  await sees(hall.secretary, 'نشانی پیوست دوم اصلاح شد.')
})

step('it is published although the next meeting is on, and everybody can check its seal', async () => {
  await button(hall.secretary, 'انتشار صورتجلسه').click()
  await confirm(hall.secretary, 'انتشار صورتجلسه')
  await sees(hall.secretary, 'صورتجلسه منتشر شده است')
  await look(hall.secretary, 'record-published')
  const { meetings } = await (await hall.secretary.page.request.get(`${server.url}/api/halls/rasht/meetings`)).json()
  const { meeting } = meetings.find(({ number }) => number === 1)
  hall.observer = await device(scene.browser, 'observer', 'phone')
  await hall.observer.page.goto(`${server.url}/hall/rasht/archive/${meeting}`)
  await hall.observer.page.frameLocator('iframe').getByText('گزارش دبیر خوانده شد.').waitFor()
  await hall.observer.page.goto(`${server.url}/hall/rasht/seal/${meeting}`)
  await sees(hall.observer, 'مهر درست است')
  await look(hall.observer, 'seal-holds')
})

step('no device complained, and every chain and seal holds', async () => {
  const complaints = Object.values(hall).flat().flatMap((someone) => someone.errors)
  assert.deepEqual(complaints.filter((told) => !/ERR_INTERNET_DISCONNECTED/.test(told)), [])
  assert.match(run('verify', '--data', server.data), /\S/)
})
