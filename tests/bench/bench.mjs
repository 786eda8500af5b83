// tests/bench/run calls this: bench.mjs quick|full [PART ...]. Prints a table, writes build/bench/results.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { replay, search } from './harness/archive.mjs'
import { acks, storm } from './harness/ballots.mjs'
import { handshakes, herd, idle, stalled } from './harness/connections.mjs'
import { lastDevice, saturation } from './harness/fanout.mjs'
import { hall } from './harness/halls.mjs'
import { work } from './harness/programs.mjs'
import { Rounds } from './harness/rounds.mjs'
import { coldStart, longSession, manyHalls } from './harness/scaling.mjs'
import { Results } from './harness/table.mjs'

const [mode = 'quick', ...wanted] = process.argv.slice(2)
const linesPerItem = 25 // of minutes, in the archive: a hundred thousand in ten years
const usual = { peers: ['nchan'], voters: 2000 }
const modes = {
  quick: { ...usual, rounds: 1, repeats: 1, patience: 3_000, seconds: 2, sizes: [5000, 10000], burstSizes: [5000], lastSizes: [10000], morePeers: [], hallCounts: [1, 10], archived: 520 },
  full: { ...usual, rounds: 3, repeats: 2, patience: 20_000, seconds: 3, sizes: [100, 1000, 5000, 10000], burstSizes: [100, 1000, 5000, 10000], lastSizes: [1000, 10000], morePeers: ['ws', 'socketio'], hallCounts: [1, 10, 100], archived: 520 },
}
const settings = modes[mode]
if (!settings) throw new Error('bench.mjs quick|full [PART ...]')

const started = performance.now()
const clock = () => {
  const seconds = Math.round((performance.now() - started) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
const brief = (numbers) =>
  ['us_per_delivery', 'deliveries_per_s', 'last_ms.p50', 'ack_ms.p50', 'ack_ms.p99', 'per_s', 'ms', 'kib_per_connection', 'others_ms.p99', 'listened_ms', 'p50_ms', 'p99_ms', 'cold_ms', 'warm_ms', 'foreign']
    .filter((key) => numbers[key] !== undefined)
    .map((key) => `${key} ${Number(numbers[key].toPrecision(4))}`)
    .join(', ')
const say = (name, numbers) => console.log(`  (${clock()}) ${name.padEnd(24)} ${brief(numbers)}`)

const parts = { saturation, lastDevice, idle, handshakes, herd, stalled, acks, storm, coldStart, search, replay, longSession, manyHalls }
const needs = {
  chamber: ['saturation', 'lastDevice', 'idle', 'handshakes', 'herd', 'stalled', 'acks', 'coldStart', 'longSession'],
  assembly: ['acks', 'storm'],
  archive: ['coldStart', 'search', 'replay'],
  long: ['longSession'],
  many: ['manyHalls'],
}
const descriptions = {
  chamber: { members: 'demo', items: 'demo', then: 'prepare' },
  assembly: { members: settings.voters, items: 8, then: 'prepare' },
  archive: { members: 'demo', items: 'demo', then: 'history', options: { meetings: settings.archived, lines: linesPerItem } },
  long: { members: 'demo', items: 500, then: 'prepare', options: { 'minutes-bytes': 1_000_000 } },
  many: { members: 20, items: 8, halls: Array.from({ length: Math.max(...settings.hallCounts) }, (_, i) => `h${i + 1}`) },
}

mkdirSync(work, { recursive: true })
const chosen = Object.keys(parts).filter((part) => wanted.length === 0 || wanted.includes(part))
const halls = {}
for (const [name, users] of Object.entries(needs)) {
  if (!users.some((part) => chosen.includes(part))) continue
  halls[name] = await hall(name, descriptions[name])
  console.log(`  (${clock()}) the hall "${name}" is ready`)
}

const results = new Results()
const rounds = new Rounds({ ...settings, say })
for (const part of chosen) {
  console.log(`▸ ${part}`)
  const sizes = part === 'lastDevice' ? settings.lastSizes : settings.sizes
  await parts[part]({ ...settings, sizes, herd: 10000, stateBytes: 8000, linesPerItem, rounds, results, halls })
}
results.put('rounds.measured', rounds.measured)
results.put('rounds.contended', rounds.contended)
results.put('rounds.foreign_cores_worst', Math.max(0, ...rounds.foreign))
writeFileSync(`${work}results.json`, JSON.stringify(results.values, null, 2) + '\n')
console.log(`\n${results.table()}\n\nwritten to build/bench/results.json after ${clock()}`)
