// The samples and the database that two programs beside this write (exports_samples, exports_database in build/dev/tests),
// and programs to show them to.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** Of the client's development packages. */
export const packages = createRequire(join(root, 'client-web/package.json'))
export const names = ['inside', 'public', 'draft', 'not_held']

export const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const written = (program, path) => run(join(process.env.EXPORTS ?? join(root, 'build/dev/tests'), program), path)

/** A folder with every sample in it, gone when the tests are. */
export function samples(after) {
  const folder = mkdtempSync(join(tmpdir(), 'talar-exports-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  written('exports_samples', folder)
  return folder
}

export const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))

/** A database of meetings, for a server to answer from. */
export const database = (file) => written('exports_database', file)
