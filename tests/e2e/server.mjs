// The real server binary under test: its own data, a free port of its own, ended by signal.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const talar = process.env.TALAR ?? join(root, 'build/dev/server/talar')
const client = process.env.TALAR_CLIENT ?? join(root, 'build/client')
const demo = join(root, 'server/demo')

/** Runs one talar command to its end and gives what it printed; throws with its error text. */
export const run = (...args) => execFileSync(talar, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

export class Server {
  data = join(mkdtempSync(join(tmpdir(), 'talar-e2e-')), 'talar.db')
  port = 0
  castPort = 0

  importChamber(startsAt) {
    return run('import', '--data', this.data, '--hall', 'rasht', '--roster', join(demo, 'roster.csv'), '--starts-at', startsAt, join(demo, 'chamber.json'))
  }

  /** Started once before, it comes back on the same ports, so that devices find it again. */
  async start() {
    this.process = spawn(talar, ['serve', '--data', this.data, '--client', client, '--listen', '127.0.0.1', '--port', String(this.port), '--cast-port', String(this.castPort)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.ended = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve({ code, signal })))
    const log = []
    const heard = (stream) =>
      new Promise((resolve) => {
        createInterface({ input: stream }).on('line', (line) => {
          log.push(line)
          const cast = /ballots are cast on https?:\/\/[^ ]*:(\d+)/.exec(line)?.[1]
          if (cast) this.castPort = Number(cast)
          const port = /listening on https?:\/\/[^ ]*:(\d+)/.exec(line)?.[1]
          if (port) resolve(Number(port))
        })
      })
    const gone = this.ended.then(({ code }) => {
      throw new Error(`the server ended with ${code} before it listened:\n${log.join('\n')}`)
    })
    gone.catch(() => {})
    this.port = await Promise.race([heard(this.process.stdout), heard(this.process.stderr), gone])
    this.log = log
    return this
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  kill() {
    this.process.kill('SIGKILL')
    return this.ended
  }

  stop() {
    this.process.kill('SIGTERM')
    return this.ended
  }
}
