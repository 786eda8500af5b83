// Connections: idle memory, handshakes, the herd that comes back, devices that stop reading.
import { existsSync, mkdirSync } from 'node:fs'
import { against } from './fanout.mjs'
import { run, work } from './programs.mjs'

export async function idle({ rounds, results, halls, herd: n, peers, morePeers }) {
  const numbers = await rounds.interleave({
    [`talar idle`]: against('talar', { hall: halls.chamber }, 'idle', { n }),
    [`talar_deflate idle`]: against('talar', { hall: halls.chamber }, 'idle', { n, deflate: 1 }),
    ...Object.fromEntries([...peers, ...morePeers].map((peer) => [`${peer} idle`, against(peer, {}, 'idle', { n })])),
  }, 1)
  for (const [label, measured] of Object.entries(numbers)) {
    const name = label.split(' ')[0]
    results.put(`idle.kib_per_connection.${name}`, measured.kib_per_connection)
    results.put(`idle.kernel_tcp_kib_per_connection.${name}`, measured.kernel_tcp_kib_per_connection)
    results.put(`idle.server_cpu_s_per_s.${name}`, measured.server_cpu_s / measured.seconds)
  }
  results.put('idle.kib_per_connection', numbers['talar idle'].kib_per_connection)
}

function certificate() {
  const [cert, key] = [`${work}tls/cert.pem`, `${work}tls/key.pem`]
  if (!existsSync(cert)) {
    mkdirSync(`${work}tls`, { recursive: true })
    run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '3650',
      '-subj', '/CN=localhost', '-keyout', key, '-out', cert)
  }
  return ['--tls-cert', cert, '--tls-key', key]
}

export async function handshakes({ rounds, results, halls, seconds, stateBytes, peers, morePeers }) {
  const tls = { hall: halls.chamber, more: certificate() }
  const options = { n: 1000, seconds }
  const numbers = await rounds.interleave({
    'floor join': against('floor', { stateBytes }, 'handshakes', options),
    'talar join': against('talar', { hall: halls.chamber }, 'handshakes', options),
    'talar_tls join': against('talar', tls, 'handshakes', { ...options, tls: 'full' }),
    'talar_tls_resumed join': against('talar', tls, 'handshakes', { ...options, tls: 'resumed' }),
    ...Object.fromEntries([...peers, ...morePeers].map((peer) => [`${peer} join`, against(peer, {}, 'handshakes', options)])),
  })
  for (const [label, measured] of Object.entries(numbers)) {
    const name = label.split(' ')[0]
    results.put(`handshakes.per_s.${name}`, measured.per_s)
    results.put(`handshakes.server_us.${name}`, measured.server_us)
    if (name.includes('tls')) results.put(`handshakes.resumed_share.${name}`, measured.tls_resumed_share)
  }
}

export async function herd({ rounds, results, halls, herd: n }) {
  const talar = { hall: halls.chamber }
  // First once, to learn how many bytes a device gets: the bare server then sends as many.
  const sizes = {}
  for (const resuming of [1, 0])
    sizes[resuming] = Math.round((await against('talar', talar, 'herd', { n: 100, resuming })()).bytes_each)
  const numbers = await rounds.interleave({
    'bare herd': against('floor', { stateBytes: sizes[1] }, 'herd', { n }),
    'talar herd': against('talar', talar, 'herd', { n }),
    'bare herd_fresh': against('floor', { stateBytes: sizes[0] }, 'herd', { n }),
    'talar herd_fresh': against('talar', talar, 'herd', { n, resuming: 0 }),
  })
  for (const [label, measured] of Object.entries(numbers)) {
    const [name, kind] = label.split(' ')
    for (const key of ['ms', 'server_us', 'bytes_each']) results.put(`${kind}.${key}.${name}.n${n}`, measured[key])
  }
  results.put(`herd.x_bare.n${n}`, numbers['talar herd'].ms / numbers['bare herd'].ms)
  results.put(`herd_fresh.x_bare.n${n}`, numbers['talar herd_fresh'].ms / numbers['bare herd_fresh'].ms)
  results.put(`herd.cpu_x_bare.n${n}`, numbers['talar herd'].server_us / numbers['bare herd'].server_us)
}

export async function stalled({ rounds, results, halls, herd: n, seconds }) {
  const talar = { hall: halls.chamber }
  const options = { n, seconds: seconds + 3 }
  const numbers = await rounds.interleave({
    'all reading': against('talar', talar, 'stalled', { ...options, stalled: 0 }),
    'some stalled': against('talar', talar, 'stalled', { ...options, stalled: n / 10 }),
  })
  const [reading, some] = [numbers['all reading'], numbers['some stalled']]
  results.put('stalled.others_p99_x', some['others_ms.p99'] / reading['others_ms.p99'])
  results.put('stalled.others_p50_x', some['others_ms.p50'] / reading['others_ms.p50'])
  results.put('stalled.others_p99_ms', some['others_ms.p99'])
  results.put('stalled.server_kib_each', (some.server_kib_grown - reading.server_kib_grown) / (n / 10))
  results.put('stalled.kernel_kib_each', (some.kernel_tcp_kib_grown - reading.kernel_tcp_kib_grown) / (n / 10))
  results.put('stalled.fresh_states', some.states)
}
