// Fan-out beside the floor and the peers: saturation with 1 and 32 events in flight, and the last device at 5 events/s.
import { contender } from './contenders.mjs'
import { crowd } from './programs.mjs'

const ours = ['talar', 'floor']

/** Starts the contender, runs one scenario of the load client against it, ends it. A peer that fails is left out. */
export const against = (name, settings, scenario, options) => async () => {
  const server = await contender(name, settings)
  try {
    return await crowd(scenario, server, { ...server.speak, ...(ours.includes(name) ? {} : { patience: 15 }), ...options })
  } catch (fault) {
    if (ours.includes(name)) throw fault
    console.log(`  ${name} is left out: ${fault.message.split('\n')[1]}`)
    return {}
  } finally {
    await server.stop()
  }
}

export async function saturation({ rounds, results, halls, seconds, sizes, burstSizes, peers: usual, morePeers }) {
  for (const n of sizes) {
    const peers = n === 5000 ? [...usual, ...morePeers] : usual
    const bursts = burstSizes.includes(n)
    const one = { n, window: 1, seconds }
    const burst = { n, window: 32, seconds }
    const numbers = await rounds.interleave({
      [`floor n${n}`]: against('floor', {}, 'fanout', one),
      [`talar n${n}`]: against('talar', { hall: halls.chamber }, 'fanout', one),
      [`talar n${n} deflate`]: against('talar', { hall: halls.chamber }, 'fanout', { ...one, deflate: 1 }),
      ...Object.fromEntries(peers.map((peer) => [`${peer} n${n}`, against(peer, {}, 'fanout', one)])),
      ...(bursts ? { [`talar n${n} w32`]: against('talar', { hall: halls.chamber }, 'fanout', burst) } : {}),
      ...(bursts ? Object.fromEntries(peers.map((peer) => [`${peer} n${n} w32`, against(peer, {}, 'fanout', burst)])) : {}),
    })
    for (const [label, measured] of Object.entries(numbers)) {
      const [name, , kind] = label.split(' ')
      const mode = { deflate: 'deflate.w1', w32: 'plain.w32' }[kind] ?? 'plain.w1'
      for (const key of ['us_per_delivery', 'deliveries_per_s', 'patches_per_event', 'bytes_per_delivery', 'server_kib'])
        results.put(`fanout.${key}.${name}.n${n}.${mode}`, measured[key])
    }
    const [floor, talar, deflate, talarBurst] = ['floor', 'talar', 'talar', 'talar'].map(
      (name, i) => numbers[`${name} n${n}${['', '', ' deflate', ' w32'][i]}`],
    )
    results.put(`fanout.cpu_x_floor.n${n}`, talar.us_per_delivery / floor.us_per_delivery)
    results.put(`fanout.deflate_cpu_x_plain.n${n}`, deflate.us_per_delivery / talar.us_per_delivery)
    if (n === 5000) results.put('deflate.cpu_x_plain', deflate.us_per_delivery / talar.us_per_delivery)
    for (const peer of peers) {
      results.put(`fanout.cpu_x_${peer}.n${n}`, talar.us_per_delivery / numbers[`${peer} n${n}`].us_per_delivery)
      if (bursts) results.put(`fanout.burst_x_${peer}.n${n}`, talarBurst.deliveries_per_s / numbers[`${peer} n${n} w32`].deliveries_per_s)
    }
  }
}

export async function lastDevice({ rounds, results, halls, seconds, sizes, peers }) {
  for (const n of sizes) {
    const five = { n, rate: 5, seconds: seconds + 2 }
    const numbers = await rounds.interleave({
      [`floor n${n} 5/s`]: against('floor', {}, 'latency', five),
      [`talar n${n} 5/s`]: against('talar', { hall: halls.chamber }, 'latency', five),
      [`talar2 n${n} 5/s`]: against('talar', { hall: halls.chamber, threads: 2, cpu: 'any' }, 'latency', five),
      ...Object.fromEntries(peers.map((peer) => [`${peer} n${n} 5/s`, against(peer, {}, 'latency', five)])),
    })
    for (const [label, measured] of Object.entries(numbers)) {
      const name = label.split(' ')[0].replace('talar2', 'talar_two_threads')
      for (const key of ['last_ms.p50', 'last_ms.p99', 'each_ms.p50', 'each_ms.p99', 'us_per_delivery'])
        results.put(`latency.${key}.${name}.n${n}`, measured[key])
    }
    const bare = numbers[`floor n${n} 5/s`]
    const floorMs = (n * (results.get(`fanout.us_per_delivery.floor.n${n}.plain.w1`) ?? bare.us_per_delivery)) / 1000
    results.put(`fanout.last_x_floor.n${n}`, numbers[`talar n${n} 5/s`]['last_ms.p50'] / floorMs)
    results.put(`fanout.last_x_bare.n${n}`, numbers[`talar n${n} 5/s`]['last_ms.p50'] / bare['last_ms.p50'])
    results.put(`fanout.last_two_threads_x_floor.n${n}`, numbers[`talar2 n${n} 5/s`]['last_ms.p50'] / floorMs)
  }
}
