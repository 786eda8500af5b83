// The whole of /oparl/v1 as a stranger's program reads it: from the one address of the system to everything else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Server } from '../e2e/server.mjs'
import { database } from './samples.mjs'
import { oparlFaults } from './schemas.mjs'

const server = new Server()
let start

before(async () => {
  database(server.data)
  await server.start()
  start = `${server.url}/oparl/v1`
})
after(() => server.stop())

const get = (address, headers = {}) => fetch(address, { headers })
async function read(address) {
  const response = await get(address)
  assert.equal(response.status, 200, address)
  return response.json()
}

/** Every object of a list, page by page. */
async function all(address) {
  const data = []
  for (let next = address; next; ) {
    const page = await read(next)
    assert.ok(page.data.length <= page.pagination.elementsPerPage)
    data.push(...page.data)
    next = page.links.next
    if (!next) assert.equal(page.pagination.totalElements, data.length, address)
  }
  return data
}

const lists = ['organization', 'person', 'meeting', 'paper', 'agendaItem', 'consultation', 'file', 'locationList', 'legislativeTermList', 'membership']

/** This object and those within it. */
function* within(value) {
  if (Array.isArray(value)) for (const each of value) yield* within(each)
  else if (typeof value === 'object' && value !== null) {
    if (value.type) yield value
    for (const each of Object.values(value)) yield* within(each)
  }
}

/** Everything that can be reached, by its address. */
async function everything() {
  const [body] = await all((await read(start)).body)
  const found = new Map([[body.id, body]])
  for (const list of lists) for (const object of await all(body[list])) found.set(object.id, object)
  return { body, found }
}

test('every object of every list is what its schema says', async () => {
  const { found } = await everything()
  const system = await read(start)
  assert.deepEqual([system, ...found.values()].flatMap((object) => [...within(object)]).flatMap(oparlFaults), [])
})

test('what an object refers to is an address that answers with it', async () => {
  const { body, found } = await everything()
  const ids = new Set()
  const known = new Set(lists.map((list) => body[list]))
  const look = (value) => {
    if (typeof value === 'string' && value.startsWith(`${start}/`)) known.has(value) || value.endsWith('/meetings') || ids.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  found.forEach(look)
  assert.ok(ids.size > 100)
  for (const id of ids) if (id !== body.id && id !== `${start}/bodies`) assert.equal((await read(id)).id, id)
})

test('only what everybody may see is in it', async () => {
  const { found } = await everything()
  const text = JSON.stringify([...found.values()])
  assert.doesNotMatch(text, /محرمانه/)
  const meetings = [...found.values()].filter((object) => object.type.endsWith('/Meeting'))
  assert.equal(meetings.length, 24, 'the last one is not published')
  const files = [...found.values()].filter((object) => object.type.endsWith('/File') && object.fileName === 'گزارش.pdf')
  assert.equal(files.length, 24, 'one of the three of each meeting')
  assert.equal(meetings[0].agendaItem.filter((item) => !item.public).length, 1)
})

test('lists are pages with links to one another', async () => {
  const { body } = await everything()
  const first = await read(body.meeting)
  assert.deepEqual(first.pagination, { totalElements: 24, elementsPerPage: 20, currentPage: 1, totalPages: 2 })
  assert.deepEqual(first.links, { first: `${body.meeting}?page=1`, self: `${body.meeting}?page=1`, next: `${body.meeting}?page=2`, last: `${body.meeting}?page=2` })
  const second = await read(first.links.next)
  assert.equal(second.data.length, 4)
  assert.equal(second.links.prev, first.links.first)
  assert.equal((await read(`${body.meeting}?page=3`)).data.length, 0)
  for (const wrong of ['page=0', 'page=x', 'page=99999999', 'created_since=yesterday']) assert.equal((await get(`${body.meeting}?${wrong}`)).status, 400, wrong)
})

test('a list can be asked for what is new', async () => {
  const { body } = await everything()
  const meetings = await all(body.meeting)
  const [last] = meetings.map((meeting) => meeting.modified).sort().slice(-1)
  const news = await all(`${body.meeting}?modified_since=${encodeURIComponent(last)}`)
  assert.deepEqual(news.map((meeting) => meeting.modified), [last])
  assert.equal((await all(`${body.paper}?created_until=2020-01-01T00:00:00Z`)).length, 0)
  assert.equal((await all(`${body.agendaItem}?created_since=2020-01-01T00:00:00Z`)).length, 72)
})

test('a working group is an organization below the chamber with meetings of its own', async () => {
  const { body } = await everything()
  const [chamber, group] = await all(body.organization)
  assert.equal(group.subOrganizationOf, chamber.id)
  assert.equal((await all(group.meeting)).length, 1)
  assert.equal((await all(chamber.meeting)).length, 23)
})

test('pages of other servers may read it, and ask whether it has changed', async () => {
  const response = await get(start, { Origin: 'https://elsewhere.example' })
  assert.equal(response.headers.get('access-control-allow-origin'), '*')
  assert.match(response.headers.get('cache-control'), /public/)
  const again = await get(start, { 'If-None-Match': response.headers.get('etag') })
  assert.equal(again.status, 304)
  const asked = await fetch(start, { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' } })
  assert.equal(asked.status, 204)
  assert.match(asked.headers.get('access-control-allow-methods'), /GET/)
  const head = await fetch(start, { method: 'HEAD' })
  assert.equal(head.headers.get('content-length'), response.headers.get('content-length'))
  assert.equal((await fetch(start, { method: 'POST', body: '{}' })).status, 405)
  assert.equal((await fetch(`${server.url}/api/whoami`, { method: 'OPTIONS' })).status, 405)
})

test('what is not there is not found', async () => {
  for (const path of ['/bodies/nowhere', '/bodies/rivers', '/people/0000000000', '/meetings/x', '/papers/resolution-x', '/files/record-0000000000.html', '/nothing', '/bodies/rasht/nothing'])
    assert.equal((await get(start + path)).status, 404, path)
})
