// How cost grows: with halls that are live at once, with the size of a session, with years of archived ones.
import { against } from './fanout.mjs'
import { talarOf } from './halls.mjs'
import { crowd } from './programs.mjs'

export async function manyHalls({ rounds, results, halls, seconds, hallCounts }) {
  const numbers = await rounds.interleave(
    Object.fromEntries(
      hallCounts.map((count) => [`${count} halls`, against('talar', { hall: halls.many }, 'halls', { halls: count, n: 1000, seconds })]),
    ),
    1,
  )
  for (const count of hallCounts) {
    results.put(`scale.us_per_delivery.halls${count}`, numbers[`${count} halls`].us_per_delivery)
    results.put(`scale.events_per_s.halls${count}`, numbers[`${count} halls`].events_per_s)
  }
}

export async function longSession({ rounds, results, halls, seconds }) {
  const options = { n: 100, window: 1, seconds }
  const numbers = await rounds.interleave({
    'usual session': against('talar', { hall: halls.chamber }, 'fanout', options),
    'long session': against('talar', { hall: halls.long }, 'fanout', options),
  })
  const [usual, long] = [numbers['usual session'], numbers['long session']]
  results.put('scale.us_per_event.usual_session', (usual.us_per_delivery * 100))
  results.put('scale.us_per_event.long_session', (long.us_per_delivery * 100))
  results.put('scale.long_session_x', long.us_per_delivery / usual.us_per_delivery)
  results.put('scale.state_bytes.usual_session', usual.state_bytes)
  results.put('scale.state_bytes.long_session', long.state_bytes)
}

export async function coldStart({ rounds, results, halls }) {
  const start = (hall) => async () => {
    const begun = performance.now()
    const server = await talarOf(hall)
    try {
      const numbers = await crowd('idle', server, { n: 1 })
      return { listened_ms: server.listened_ms, server_kib: numbers.server_kib, foreign: numbers.foreign, all_ms: performance.now() - begun }
    } finally {
      await server.stop()
    }
  }
  const numbers = await rounds.interleave({ 'cold start': start(halls.archive), 'cold start, empty': start(halls.chamber) })
  results.put('cold_start.ms', numbers['cold start'].listened_ms)
  results.put('cold_start.empty_ms', numbers['cold start, empty'].listened_ms)
  results.put('cold_start.server_kib', numbers['cold start'].server_kib)
}
