// Five editors, the real collab library of CodeMirror, write one text over lines that lose, delay and break, against the
// real rules of the hall (collab_authority): in the end all of them have the hall's text. The seed is printed; SEED=n
// and RUNS=n try something else.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { Randomness } from './randomness.mjs'
import { run } from './sitting.mjs'

const seed = Number(process.env.SEED ?? 20231228)
const runs = Number(process.env.RUNS ?? 10_000)
const side_by_side = 100

/** The authority answers every line by one, in order. */
function authority() {
  const child = spawn(process.env.AUTHORITY, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async ask(questions) {
      child.stdin.write(questions.map((question) => JSON.stringify(question) + '\n').join(''))
      const answers = []
      for (let i = 0; i < questions.length; ++i) answers.push(JSON.parse((await lines.next()).value))
      return answers
    },
    end: () => child.stdin.end(),
  }
}

/** Runs are generators that yield what they ask; many of them share each way to the authority and back. */
async function all(ask) {
  const under_way = new Map()
  const sums = { edits: 0, refused: 0, lost: 0, fetched: 0, nothing_left: 0 }
  for (let next = 0; next < runs || under_way.size > 0; ) {
    while (next < runs && under_way.size < side_by_side) {
      under_way.set(next, { steps: run(next, new Randomness(seed + next), sums), answer: undefined })
      ++next
    }
    const asking = []
    for (const [number, sitting] of under_way) {
      const { value, done } = sitting.steps.next(sitting.answer)
      if (done) under_way.delete(number)
      else asking.push({ sitting, question: { hall: number, ...value } })
    }
    const answers = await ask(asking.map(({ question }) => question))
    asking.forEach(({ sitting }, i) => (sitting.answer = answers[i]))
  }
  return sums
}

test(`${runs} texts, each by five editors at once, end the same everywhere (seed ${seed})`, async () => {
  const hall = authority()
  const sums = await all(hall.ask)
  hall.end()
  console.log(sums)
  for (const [what, count] of Object.entries(sums)) assert.ok(count > runs / 100, `it came to this often enough: ${what}`)
})
