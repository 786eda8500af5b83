// The people of the first session and what each of them does with a device in hand.
import assert from 'node:assert/strict'
import { device } from './browser.mjs'
import { run } from './server.mjs'

export const names = {
  chair: 'شهردار رشت',
  vice: 'معاون برنامه‌ریزی و سرمایهٔ انسانی',
  secretary: 'مدیر نوسازی و تحول اداری',
  members: [
    'معاون فنی و عمرانی', 'معاون شهرسازی و معماری', 'معاون خدمات شهری',
    'نمایندهٔ شورای اسلامی شهر', 'نخبهٔ حوزهٔ محیط زیست', 'نخبهٔ حوزهٔ سلامت',
  ],
}
export const passphrase = 'گوهررود و زرجوب'

export const button = (device, name, options = {}) => device.page.getByRole('button', { name, exact: typeof name === 'string', ...options })
export const dialog = (device) => device.page.getByRole('dialog')
/** The second, deliberate step of what cannot be taken back. */
export const confirm = (device, name) => dialog(device).getByRole('button', { name, exact: true }).click()
export const sees = (device, text) => device.page.getByText(text).filter({ visible: true }).first().waitFor()

/** A fresh link from the command line, as the first secretary gets one. */
export function invited(server, who) {
  const told = run('invite', '--data', server.data, '--url', server.url, 'rasht', '--person', who)
  const link = /https?:\/\/\S+\/join#\S+/.exec(told)?.[0]
  assert.ok(link, `no link in:\n${told}`)
  return link
}

/** Opens an invitation's link; whoever runs the meeting also chooses a passphrase. */
export async function signIn(browser, link, { name, size, runs = false }) {
  const someone = await device(browser, name, size)
  await someone.page.goto(link)
  if (runs) {
    await someone.page.getByLabel('گذرواژه', { exact: true }).fill(passphrase)
    await someone.page.getByLabel('تکرار گذرواژه').fill(passphrase)
    await button(someone, 'ثبت گذرواژه و ورود').click()
  }
  await someone.page.waitForURL(/\/hall\/rasht/)
  assert.ok(!someone.page.url().includes('#'), 'the token leaves the address bar')
  return someone
}

/** Types the six digits of a card instead. */
export async function signInByCode(browser, base, code, { name, size }) {
  const someone = await device(browser, name, size)
  await someone.page.goto(`${base}/join`)
  await someone.page.getByLabel('کد شش‌رقمی ورود').fill(code)
  await button(someone, 'ورود').click()
  await someone.page.waitForURL(/\/hall\/rasht/)
  return someone
}

export async function checkIn(member) {
  await button(member, 'اعلام حضور').click()
  await sees(member, 'حضور شما ثبت است')
}

export async function raiseHand(member) {
  await button(member, /^دست بلند کنید/).click()
  await button(member, /دست شما بالاست/).waitFor()
}

export const choice = (member, word) => member.page.getByRole('radio', { name: new RegExp(`^${word}`) })

export async function vote(member, word) {
  await choice(member, word).click()
  await button(member, `ثبت رأی: ${word}`).click()
  await sees(member, 'رأی شما ثبت شد')
}
