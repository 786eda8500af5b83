// The halls that are measured: founded, signed in to and brought into a meeting once, then copied for every server.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, appendFileSync } from 'node:fs'
import { chamber, roster } from './people.mjs'
import { crowd, freePort, root, run, serve, talar, work } from './programs.mjs'

/** Data stay good as long as the events in them do; a store that changes migrates what it finds. */
const source = ['events.hpp', 'terms.hpp'].map((file) => readFileSync(`${root}protocol/${file}`, 'utf8')).join()

const unlimited = ['--commands-per-second', '100000', '--connections-per-address', '20000', '--log-level', 'error']

export function talarServer(data, { threads = 1, cpu, more = [] } = {}) {
  const port = freePort()
  const command = [talar, 'serve', '--data', data, '--client', `${root}build/client`, '--port', String(port), '--threads', String(threads)]
  return serve(port, [...command, ...unlimited, ...more], { cpu })
}

async function found(folder, { halls = ['rasht'], members, items, then, options = {} }) {
  writeFileSync(`${folder}/roster.csv`, members === 'demo' ? readFileSync(`${root}server/demo/roster.csv`) : roster(members))
  writeFileSync(`${folder}/chamber.json`, items === 'demo' ? readFileSync(`${root}server/demo/chamber.json`) : chamber(items))
  for (const hall of halls)
    run(talar, 'import', '--data', `${folder}/talar.db`, '--hall', hall, '--roster', `${folder}/roster.csv`, `${folder}/chamber.json`)
  const server = await talarServer(`${folder}/talar.db`, { cpu: 'any' })
  try {
    for (const hall of halls) {
      const whom = halls.length > 1 ? ['--role', 'secretary'] : ['--all']
      appendFileSync(`${folder}/links`, run(talar, 'invite', hall, '--data', `${folder}/talar.db`, ...whom))
    }
    const devices = `${folder}/devices`
    await crowd('sign-in', server, { links: `${folder}/links`, to: devices })
    if (then) await crowd(then, server, { devices, ...options })
  } finally {
    await server.stop()
  }
}

/** The folder of a hall as described, made when it is not there. */
export async function hall(name, description) {
  const key = createHash('sha1').update(source + JSON.stringify(description)).digest('hex').slice(0, 10)
  const folder = `${work}halls/${name}-${key}`
  if (!existsSync(folder)) {
    const making = `${folder}.making`
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true })
    await found(making, description)
    renameSync(making, folder)
  }
  return folder
}

/** A Talar that serves a fresh copy of that hall; `devices` are those who have signed in. */
export async function talarOf(folder, settings) {
  const data = `${work}run`
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  copyFileSync(`${folder}/talar.db`, `${data}/talar.db`)
  return { ...(await talarServer(`${data}/talar.db`, settings)), devices: `${folder}/devices` }
}
