// Steps of a session that follow one another: after a failure the rest is not reached, and says so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, shoot, wellSet } from './browser.mjs'

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
