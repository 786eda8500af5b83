// Durability under load: acknowledgements beside fdatasync and SQLite, and the ballot storm.
import { mkdirSync } from 'node:fs'
import { against } from './fanout.mjs'
import { floorProgram, run, serverCpu, work } from './programs.mjs'

const disk = async () => {
  mkdirSync(`${work}disk`, { recursive: true })
  return JSON.parse(run('taskset', '-c', String(serverCpu), floorProgram, 'disk', `${work}disk`, '700'))
}

/** One and ten write in the demo's chamber; a hundred and a thousand need a larger hall. */
export async function acks({ rounds, results, halls, seconds }) {
  const measure = (hall, count) => against('talar', { hall }, 'acks', { writers: count, seconds })
  const numbers = await rounds.interleave({
    disk,
    'acks w1': measure(halls.chamber, 1),
    'acks w10': measure(halls.chamber, 10),
    'acks w100': measure(halls.assembly, 100),
    'acks w1000': measure(halls.assembly, 1000),
    'acks w1 of 2000': measure(halls.assembly, 1),
  })
  for (const [name, value] of Object.entries(numbers.disk)) results.put(`disk.${name}`, value)
  for (const [label, measured] of Object.entries(numbers)) {
    if (label === 'disk') continue
    const name = label.slice('acks '.length).replaceAll(' ', '_')
    results.put(`ack.p50_ms.${name}`, measured['ack_ms.p50'])
    results.put(`ack.p99_ms.${name}`, measured['ack_ms.p99'])
    results.put(`ack.per_s.${name}`, measured.per_s)
    results.put(`ack.server_us.${name}`, measured.us_per_delivery)
  }
  results.put('ack.p50_x_fdatasync.w1', numbers['acks w1']['ack_ms.p50'] / numbers.disk.fdatasync_p50_ms)
  results.put('ack.rate_x_sqlite.w100', numbers['acks w100'].per_s / numbers.disk.sqlite_100_rows_s)
}

export async function storm({ rounds, results, halls, herd, voters }) {
  const options = { voters, observers: herd, seconds: 5 }
  const { storm: measured } = await rounds.interleave({
    storm: against('talar', { hall: halls.assembly }, 'storm', options),
  }, 1)
  results.put('storm.p50_ms', measured['ack_ms.p50'])
  results.put('storm.p99_ms', measured['ack_ms.p99'])
  results.put('storm.max_ms', measured['ack_ms.max'])
  for (const key of ['lost', 'turnout_seen_after_ms', 'patches', 'states', 'observer_mb', 'state_bytes', 'server_kib', 'server_cpu_s'])
    results.put(`storm.${key}`, measured[key])
}
