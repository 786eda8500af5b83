// The house rules that a machine can read: include order, file length, spelling, styles, what a clone may lean on.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean)
const read = (file) => readFileSync(root + file, 'utf8')
const lines = (file) => read(file).split('\n')
const cpp = tracked.filter((file) => /\.(cpp|hpp)$/.test(file))
const client = tracked.filter((file) => /^client-web\/src\/.*\.(ts|svelte|css)$/.test(file))

/** Every line of `files` that `wrong` says something about, as "file:line: what". */
function findings(files, wrong) {
  return files.flatMap((file) =>
    lines(file).flatMap((line, index) => {
      const what = wrong(line, file)
      return what ? [`${file}:${index + 1}: ${what}`] : []
    }),
  )
}

// Which rooms a room may see; the rule itself is written in the README's map of the house.
const sees = {
  protocol: ['protocol'],
  storage: ['protocol', 'storage'],
  'server/hall': ['protocol', 'server/hall'],
  'server/ballots': ['protocol', 'storage', 'server/hall', 'server/ballots'],
  'server/exports': ['protocol', 'server/exports'],
  'server/live': ['protocol', 'storage', 'server/hall', 'server/ballots', 'server/live'],
  'server/web': ['protocol', 'storage', 'server/hall', 'server/ballots', 'server/live', 'server/exports', 'server/web'],
}
const roomOf = (path) => Object.keys(sees).find((room) => path.startsWith(room + '/'))

test('no room includes a room that it may not see', () => {
  const wrong = findings(cpp.filter(roomOf), (line, file) => {
    const included = /^\s*#include "([^"]+)"/.exec(line)?.[1]
    if (!included) return
    const room = roomOf(included)
    if (!room) return included.startsWith('server/') ? `${included} is not a room's header` : undefined
    if (!sees[roomOf(file)].includes(room)) return `${roomOf(file)} must not see ${room}`
  })
  assert.deepEqual(wrong, [])
})

test('headers hide Beast, and only a handful of files include it', () => {
  const beast = cpp.filter((file) => /#include <boost\/beast/.test(read(file)))
  assert.deepEqual(beast.filter((file) => file.endsWith('.hpp') && !file.startsWith('tests/')), [])
  assert.ok(beast.filter((file) => !file.startsWith('tests/')).length <= 5, `too many files include Beast: ${beast.join(', ')}`)
})

test('the rules know no JSON, no clock, no randomness, no thread and no log', () => {
  const wrong = findings(
    cpp.filter((file) => file.startsWith('server/hall/')),
    (line) => /#include <(nlohmann|chrono|random|thread|mutex|atomic|spdlog|iostream|fstream)/.exec(line)?.[0],
  )
  assert.deepEqual(wrong, [])
})

test('a source file is read in one sitting', () => {
  const limit = 400
  const long = [...cpp, ...client].filter((file) => lines(file).length > limit + 1)
  assert.deepEqual(long.map((file) => `${file}: ${lines(file).length} lines`), [])
})

test('no source promises later work', () => {
  assert.deepEqual(
    findings([...cpp, ...client], (line) => /\b(TODO|FIXME|XXX|HACK)\b/.exec(line)?.[0]),
    [],
  )
})

test('styles use logical properties only', () => {
  const physical = /(margin|padding|border)-(left|right)\b|[^-\w](left|right)\s*:\s*[-\d.v]|text-align:\s*(left|right)|float:/
  assert.deepEqual(
    findings(client.filter((file) => !file.endsWith('.ts')), (line) => physical.exec(line)?.[0]),
    [],
  )
})

test('product text spells ye and kaf in their Persian form', () => {
  const foreign = /[\u064a\u0643\u0649]/
  const spelled = client.filter((file) => !/fold|\.test\.ts$/.test(file))
  assert.deepEqual(findings(spelled, (line) => foreign.exec(line)?.[0]), [])
})

test('raw colours stand in tokens.css alone', () => {
  const styles = client.filter((file) => !file.endsWith('.ts') && !file.endsWith('tokens.css'))
  assert.deepEqual(
    // A page's margin boxes stand outside the document: no custom property reaches them.
    findings(styles, (line) => (/^\s*@(top|bottom)-/.test(line) ? undefined : /(?<![\w&])#[0-9a-f]{6}\b/i.exec(line)?.[0])),
    [],
  )
})

test('a clone stands alone', () => {
  const here = 'tests/tidy/house.test.mjs'
  const texts = tracked.filter((file) => file !== here && /\.(cpp|hpp|ts|svelte|mjs|sh|json|txt|md|cmake)$|\/run$/.test(file))
  assert.deepEqual(findings(texts, (line) => /\.\.\/shared\/|\/work\//.exec(line)?.[0]), [])
})

test('the lock files hold no download addresses', () => {
  for (const file of tracked.filter((name) => name.endsWith('package-lock.json'))) assert.doesNotMatch(read(file), /"resolved"/, file)
})

test('tests do not sleep', () => {
  const tests = tracked.filter((file) => /^(tests|client-web)\/.*\.(cpp|hpp|ts|mjs)$/.test(file) && !file.startsWith('tests/tidy/'))
  assert.deepEqual(
    findings(tests, (line) => /sleep_for|usleep\(|waitForTimeout/.exec(line)?.[0]),
    [],
  )
})
