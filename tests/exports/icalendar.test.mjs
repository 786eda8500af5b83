// Calendars as ical.js reads them, the parser of Thunderbird.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Server } from '../e2e/server.mjs'
import { database, packages } from './samples.mjs'

const { default: ICAL } = await import(pathToFileURL(packages.resolve('ical.js')))
const server = new Server()

before(async () => {
  database(server.data)
  await server.start()
})
after(() => server.stop())

const text = async (path) => {
  const response = await fetch(server.url + path)
  assert.equal(response.status, 200, path)
  assert.match(response.headers.get('content-type'), /^text\/calendar/)
  return response.text()
}

test('a meeting is an event of its hour in Tehran', async () => {
  const { meetings } = await (await fetch(`${server.url}/api/halls/rasht/meetings`)).json()
  const [meeting] = meetings
  const calendar = new ICAL.Component(ICAL.parse(await text(`/api/halls/rasht/meetings/${meeting.meeting}/as/ics`)))
  const [component, ...more] = calendar.getAllSubcomponents('vevent')
  assert.equal(more.length, 0)
  const event = new ICAL.Event(component)
  assert.equal(event.uid, `${meeting.meeting}@rasht.talar`)
  assert.match(event.summary, /^بیست و سومین جلسهٔ اتاق شکوفایی شهری رشت · /)
  assert.equal(event.location, 'تالار گفتگو')
  assert.equal(event.startDate.zone.tzid, 'Asia/Tehran')
  assert.equal(event.startDate.toJSDate().getTime(), Date.parse(meeting.content.starts_at))
  assert.equal(event.duration.toSeconds(), meeting.content.minutes * 60)
})

test("a hall's calendar is one", async () => {
  const calendar = new ICAL.Component(ICAL.parse(await text('/api/halls/rasht/calendar.ics')))
  assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'اتاق شکوفایی شهری رشت')
  assert.equal(calendar.getFirstSubcomponent('vtimezone').getFirstPropertyValue('tzid'), 'Asia/Tehran')
})
