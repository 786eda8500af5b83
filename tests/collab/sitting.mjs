// One text and its five editors. A run is a generator: it yields questions for the authority and gets the answers.
import assert from 'node:assert/strict'
import { Editor } from './editor.mjs'

const letters = ['ا', 'ب', 'گ', 'ی', 'ک', ' ', '\n', '۱', 'a', '\u200c', '\u0650', '\u0301', '🌳', '👍🏽', '𐎠', '👨\u200d👩\u200d👧']
const whole = '00000000-0000-4000-8000-00000000000f'

/** Between characters, never inside of one. */
function place(text, random) {
  const at = random.below(text.length + 1)
  return at > 0 && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}

function words(random, most) {
  let text = ''
  for (let left = random.below(most + 1); left > 0; --left) text += random.any(letters)
  return text
}

function type(editor, random) {
  const text = editor.text
  const places = Array.from({ length: random.once_in(6) ? 4 : 2 }, () => place(text, random)).sort((a, b) => a - b)
  const changes = []
  for (let i = 0; i + 1 < places.length; i += 2) {
    const to = random.once_in(2) || places[i + 1] - places[i] > 12 ? places[i] : places[i + 1]
    changes.push({ from: places[i], to, insert: words(random, 4) })
  }
  editor.type(changes)
}

/** So much that who is away then is not caught up by what is at hand. */
function burst(editor, random) {
  for (let i = 0; i < 105; ++i) editor.type({ from: 0, insert: random.any(letters) })
}

export function* run(number, random, sums) {
  const editors = Array.from({ length: 5 }, (_, i) => new Editor(`00000000-0000-4000-8000-00000000000${i}`))
  let wholes = 0

  function tell(answer) {
    for (const editor of editors) if (editor.connected) editor.coming.push(answer)
  }
  function* catch_up(editor, seen) {
    let updates = editor.missing(seen)
    if (!updates) {
      ++sums.fetched
      updates = (yield { since: editor.version }).updates
    }
    editor.take(updates)
  }
  function* read(editor, most) {
    for (; most > 0 && editor.coming.length > 0; --most) {
      const seen = editor.coming.shift()
      if (seen.answer) editor.waits = false
      else yield* catch_up(editor, seen)
    }
  }
  function* send(editor, fate) {
    if (fate === 'lost') {
      ++sums.lost
      return editor.reset()
    }
    const command = editor.command(1 + random.below(60))
    sums.nothing_left += command.updates.filter(({ changes }) => changes.length === 0).length
    ++sums.edits
    editor.waits = true
    const answer = yield { do: command }
    if (answer.refused) {
      assert.equal(answer.refused, 'stale_text', JSON.stringify(answer))
      ++sums.refused
    } else {
      tell(answer)
    }
    if (fate === 'answer lost') return editor.reset()
    editor.coming.push({ answer: true })
  }
  function* connect(editor) {
    editor.connected = true
    yield* catch_up(editor, yield { view: true })
  }
  /** The text area of somebody else, who sees what the hall has. */
  function* write_whole() {
    const { version, lines } = yield { view: true }
    const text = Object.values(lines).join('\n')
    const at = place(text, random)
    const command = { type: 'write_minutes', item: '0000000069', version, client: whole, text: text.slice(0, at) + words(random, 6) }
    tell(yield { do: command })
    ++wholes
  }

  function* finish(some) {
    for (const editor of some) if (!editor.connected) yield* connect(editor)
    while (some.some((editor) => editor.unsent || editor.coming.length > 0)) {
      for (const editor of some) {
        yield* read(editor, Infinity)
        if (editor.unsent && !editor.waits) yield* send(editor, '')
      }
    }
  }

  for (let step = 0; step < 45; ++step) {
    const editor = random.any(editors)
    const choice = random.below(100)
    if (choice < 40) type(editor, random)
    else if (choice < 41) yield* write_whole()
    else if (choice < 44 && number % 10 === 0) burst(editor, random)
    else if (choice < 46) editor.reset()
    else if (!editor.connected) yield* connect(editor)
    else if (choice < 70) yield* read(editor, 1 + random.below(4))
    else if (editor.unsent && !editor.waits) yield* send(editor, random.any(['lost', 'answer lost', '', '', '', '', '', '']))
  }

  // All come back and are given the time to finish, one of them long after the others.
  const [late, ...others] = editors
  late.reset()
  yield* finish(others)
  yield* finish(editors)
  const { version, lines } = yield { view: true }
  const text = Object.values(lines).join('\n')
  for (const editor of editors) {
    assert.equal(editor.text, text, `run ${number}`)
    assert.equal(editor.version, version, `run ${number}`)
  }
  const typed = editors.reduce((sum, editor) => sum + editor.typed, 0)
  assert.equal(version, typed + wholes, `run ${number}: every update once, none lost and none twice`)
  yield { over: true }
}
