// Records as XML and JSON before the programs of those who made the formats.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { json, names, root, run, samples } from './samples.mjs'
import { oparlFaults, popolo } from './schemas.mjs'

const folder = samples(after)

test('Akoma Ntoso is what its schema says', () => {
  const schema = join(root, 'tests/exports/schemas/akomantoso30.xsd')
  run('xmllint', '--nonet', '--noout', '--schema', schema, ...names.map((name) => join(folder, `${name}.akn.xml`)))
})

const classes = { organizations: 'organization', persons: 'person', memberships: 'membership', events: 'event', motions: 'motion', vote_events: 'vote_event', speeches: 'speech' }

for (const name of names) {
  test(`Popolo is what its schemas say (${name})`, () => {
    const all = json(folder, `${name}.popolo.json`)
    assert.deepEqual(Object.keys(all), Object.keys(classes))
    assert.deepEqual(Object.entries(classes).flatMap(([list, of]) => all[list].flatMap(popolo[of])), [])
    const parts = all.vote_events.flatMap((event) => [...event.votes.flatMap(popolo.vote), ...event.counts.flatMap(popolo.count)])
    assert.deepEqual(parts, [])
  })

  test(`Popolo refers to nothing that is not there (${name})`, () => {
    const all = json(folder, `${name}.popolo.json`)
    const ids = new Set(Object.values(all).flat().map((object) => object.id))
    const missing = Object.values(all)
      .flat()
      .flatMap((object) => Object.entries(object))
      .filter(([key, value]) => key.endsWith('_id') && !ids.has(value))
    assert.deepEqual(missing, [])
    assert.equal(ids.size, Object.values(all).flat().length, 'an id stands for one thing')
  })

  test(`OParl is what its schemas say (${name})`, () => {
    const faults = []
    const look = (value) => {
      if (Array.isArray(value)) value.forEach(look)
      else if (typeof value === 'object' && value !== null) {
        if (value.type) faults.push(...oparlFaults(value))
        Object.values(value).forEach(look)
      }
    }
    look(json(folder, `${name}.oparl.json`))
    assert.deepEqual(faults, [])
  })
}
