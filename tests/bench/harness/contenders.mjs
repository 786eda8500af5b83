// Who is measured side by side. Each starts a server; the load client speaks all their dialects.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { talarOf } from './halls.mjs'
import { floorProgram, freePort, root, serve, work } from './programs.mjs'

const peers = `${root}tests/bench/peers/`

function nginx(port) {
  const folder = `${work}nginx`
  mkdirSync(folder, { recursive: true })
  const conf = readFileSync(`${peers}nginx.conf.in`, 'utf8').replaceAll('@folder@', folder).replaceAll('@port@', String(port))
  writeFileSync(`${folder}/nginx.conf`, conf)
  return serve(port, ['/usr/sbin/nginx', '-c', `${folder}/nginx.conf`, '-e', `${folder}/error.log`], { processes: 2 })
}

const starts = {
  floor: ({ stateBytes = 300 }) => {
    const port = freePort()
    return serve(port, [floorProgram, 'serve', String(port), String(stateBytes)])
  },
  nchan: () => nginx(freePort()),
  ws: () => node('ws.mjs'),
  socketio: () => node('socketio.mjs'),
  talar: ({ hall, ...settings }) => talarOf(hall, settings),
}

function node(script) {
  const port = freePort()
  return serve(port, [process.execPath, peers + script, String(port)])
}

/** Starts `name`; the dialect and the devices that the load client needs come with it. */
export async function contender(name, settings = {}) {
  const server = await starts[name](settings)
  return { ...server, speak: { dialect: name, ...(server.devices ? { devices: server.devices } : {}) } }
}
