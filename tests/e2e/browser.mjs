// One Chromium for the whole run; a context per person, as if each had a device of one's own.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(join(root, 'client-web/package.json'))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export const shots = process.env.TALAR_SHOTS ?? join(root, 'build/screenshots')
export const sizes = {
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
}

export async function launch() {
  mkdirSync(shots, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'talar-chromium-'))
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', `--disk-cache-dir=${profile}`,
    ],
  })
}

/** A person's device. `frames` holds every WebSocket frame it received, `errors` what its console complained of. */
export async function device(browser, name, size, options = {}) {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'fa-IR', timezoneId: 'Europe/Berlin', ...options })
  const page = await context.newPage()
  const frames = []
  const errors = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))))
  page.on('pageerror', (error) => errors.push(`${name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|WebSocket connection/.test(message.text())) errors.push(`${name}: ${message.text()}`)
  })
  page.setDefaultTimeout(15_000)
  return { name, context, page, frames, errors }
}

export const shoot = (device, name) => device.page.screenshot({ path: join(shots, `${name}.png`), animations: 'disabled' })

/** axe with the WCAG 2.0 to 2.2 A and AA rules: no violation. */
export async function accessible(device, what) {
  // evaluate, not a script tag: the page's content security policy stands as it is.
  await device.page.evaluate(axe)
  const { violations } = await device.page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  )
  const told = violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  assert.deepEqual(told, [], `axe on ${what}`)
}

/** No text is cut, nothing overflows the screen sideways, and no English letters stand on a Persian screen. */
export async function wellSet(device, what) {
  const faults = await device.page.evaluate(() => {
    const faults = []
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth}`)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('script, style, svg, code, [lang=en]') || !parent.checkVisibility({ visibilityProperty: true })) continue
      if (/[A-Za-z]{2,}/.test(node.data)) faults.push(`Latin text: ${node.data.trim()}`)
      if (/[0-9]/.test(node.data)) faults.push(`Latin digits: ${node.data.trim()}`)
    }
    return faults
  })
  assert.deepEqual(faults, [], `text of ${what}`)
}
