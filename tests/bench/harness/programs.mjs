// Starting, pinning, asking and ending the programs of a measurement.
import { execFile, execFileSync, spawn } from 'node:child_process'
import { createConnection } from 'node:net'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const built = `${root}build/release/`
export const work = `${root}build/bench/`
export const talar = process.env.TALAR ?? `${built}server/talar`
const crowdProgram = `${built}tests/bench/crowd`
export const floorProgram = `${built}tests/bench/floor`

export const serverCpu = 0
export const clientCpu = 1

const listens = (port) =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
    socket.once('connect', () => socket.end())
  })

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

let nextPort = Number(process.env.TALAR_BENCH_PORT ?? 21000)
/** Each server has a port of its own, so that nothing of the last one lingers. */
export const freePort = () => nextPort++

/** The process and its children, which is where nginx does its work. */
function family(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [pid, ...children.map(Number)]
}

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** Starts a server, pinned to a core unless `cpu` is 'any', and waits until it listens and has so many processes. */
export async function serve(port, command, { cpu = serverCpu, processes = 1 } = {}) {
  const begun = performance.now()
  const words = cpu === 'any' ? command : ['taskset', '-c', String(cpu), ...command]
  const child = spawn(words[0], words.slice(1), { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.on('data', (text) => (log = (log + text).slice(-4000)))
  running.add(child)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let gone = false
  ended.then(() => ((gone = true), running.delete(child)))
  while (!(await listens(port)) || family(child.pid).length < processes) {
    if (gone) throw new Error(`${command[0]} ended before it listened:\n${log}`)
    if (performance.now() - begun > 60_000) throw new Error(`${command[0]} does not listen`)
    await pause(2)
  }
  return {
    port,
    listened_ms: performance.now() - begun,
    pids: () => family(child.pid).join(','),
    pinned: cpu !== 'any',
    log: () => log,
    async stop() {
      child.kill('SIGTERM')
      await Promise.race([ended, pause(15_000).then(() => child.kill('SIGKILL'))])
      await ended
    },
  }
}

/** Runs the load client against a server; its numbers. */
export function crowd(scenario, server, options) {
  const pinning = server.pinned ? { cpu: clientCpu } : {}
  const all = { port: server.port, pid: server.pids(), ...pinning, ...options }
  const words = Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)])
  return new Promise((resolve, reject) =>
    execFile(crowdProgram, [scenario, ...words], { maxBuffer: 1 << 24 }, (error, out, said) => {
      if (error) reject(new Error(`crowd ${scenario} ${words.join(' ')}\n${said || error.message}\n${server.log()}`))
      else resolve(JSON.parse(out || '{}'))
    }),
  )
}

export const run = (program, ...words) => execFileSync(program, words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
