// Steps of a session that follow one another: after a failure the rest is not reached, and says so.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessible, launch, shoot, wellSet } from './browser.mjs'
import { Server } from './server.mjs'

/** The real server with the chamber on it, and a browser: there before the first step, gone after the last. */
export function stage() {
  const all = { server: new Server(), browser: undefined }
  before(async () => {
    all.server.importChamber('next')
    await all.server.start()
    all.browser = await launch()
  })
  after(async () => {
    await all.browser?.close()
    if (all.server.process) await all.server.stop()
  })
  return all
}

export function story(hall) {
  let failed = false
  return (name, act) =>
    test(name, async () => {
      assert.ok(!failed, 'not reached: an earlier step failed')
      try {
        await act()
      } catch (error) {
        failed = true
        for (const someone of Object.values(hall).flat()) await shoot(someone, `failed-${someone.name}`).catch(() => {})
        throw error
      }
    })
}

/** A screen as it is looked at: pictured, free of axe's findings, without a Latin letter or digit. */
export async function look(someone, name) {
  await shoot(someone, name)
  await accessible(someone, name)
  await wellSet(someone, name)
}
