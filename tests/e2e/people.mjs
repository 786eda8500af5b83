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

/** The record's page in the archive, once it is there: the server's own, in a frame. */
export async function sheet(device) {
  const page = device.page.frameLocator('iframe')
  await page.locator('article').waitFor()
  return page
}

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
  await sees(member, 'حضور شما ثبت شده است')
}

export async function raiseHand(member) {
  await button(member, /^دست بلند کنید/).click()
  await button(member, /دست شما بالاست/).waitFor()
}

/** Not yet picked: on a screen that still shows the vote before, it may be. */
export const choice = (member, word) => member.page.getByRole('radio', { name: new RegExp(`^${word}`), checked: false })

export async function vote(member, word) {
  await choice(member, word).click()
  await button(member, `ثبت رأی: ${word}`).click()
  await sees(member, 'رأی شما ثبت شد')
}

/** Asks for any kind of turn: `more` is the subject of a point of order, or the side of a speech. */
export async function ask(member, kind, more) {
  await button(member, /^درخواست دیگر/).click()
  await dialog(member).getByRole('radio', { name: new RegExp(`^${kind}`) }).check({ force: true })
  if (more) await dialog(member).getByRole('radio', { name: more, exact: true }).check({ force: true })
  await dialog(member).getByRole('button', { name: `درخواست ${kind}`, exact: true }).click()
  await dialog(member).waitFor({ state: 'detached' })
}

/** Records an arrival on the secretariat's seat board. */
export const seat = (secretary, name, does = 'ثبت ورود') => button(secretary, new RegExp(`${name}: ${does}`)).click()

const persian = '۰۱۲۳۴۵۶۷۸۹'
const seconds = (clock) => {
  const [minutes, rest] = [...clock.matchAll(/[۰-۹]+/g)].map(([digits]) => Number([...digits].map((digit) => persian.indexOf(digit)).join('')))
  return minutes * 60 + rest
}

/**
 * All screens change their clocks at the same moment: each tells when its next second came, by its own performance clock on the
 * one machine, and nobody's is more than 100 ms from another's.
 */
export async function clocksAgree(people) {
  const ticks = await Promise.all(
    people.map((someone) =>
      someone.page.evaluate(
        () =>
          new Promise((resolve) => {
            const timer = document.querySelector('[role=timer]')
            const shown = timer.textContent
            const watch = new MutationObserver(() => {
              if (timer.textContent === shown) return
              watch.disconnect()
              resolve({ at: performance.timeOrigin + performance.now(), text: timer.textContent })
            })
            watch.observe(timer, { childList: true, characterData: true, subtree: true })
          }),
      ),
    ),
  )
  // What each would show at one moment: its seconds, put to a common zero of time.
  const ends = ticks.map(({ at, text }) => at / 1000 + seconds(text))
  const apart = (Math.max(...ends) - Math.min(...ends)) * 1000
  assert.ok(apart <= 100, `clocks are ${Math.round(apart)} ms apart: ${ticks.map(({ text }) => text).join(' ')}`)
}
