// One editor on one screen: what the client does with CodeMirror's collab library, and a line to the hall that breaks.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../client-web/package.json', import.meta.url))
const { ChangeSet, EditorState, Text } = require('@codemirror/state')
const { collab, getSyncedVersion, receiveUpdates, sendableUpdates } = require('@codemirror/collab')

const document = (text) => Text.of(text.split('\n'))

export class Editor {
  constructor(client) {
    this.client = client
    this.state = EditorState.create({ extensions: [collab({ startVersion: 0, clientID: client })] })
    this.typed = 0
    this.reset()
    this.connected = true
  }

  /** The line is gone, with all that was on it. */
  reset() {
    this.connected = false
    this.coming = [] // from the hall, not read yet
    this.waits = false // for the answer to what it has sent
  }

  get version() {
    return getSyncedVersion(this.state)
  }
  get text() {
    return this.state.doc.toString()
  }
  get unsent() {
    return sendableUpdates(this.state).length > 0
  }

  /** One keystroke, or several cursors' at once. */
  type(changes) {
    const { docChanged, state } = this.state.update({ changes })
    this.state = state
    if (docChanged) ++this.typed
  }

  command(most) {
    const updates = sendableUpdates(this.state)
      .slice(0, most)
      .map(({ changes }) => {
        const all = []
        changes.iterChanges((from, to, _from, _to, inserted) => all.push({ from, to, insert: inserted.toString() }))
        return { changes: all }
      })
    return { type: 'edit_text', item: '0000000069', version: this.version, client: this.client, updates }
  }

  /** Updates that lead on from its version, as {client, changes}. */
  take(updates) {
    let length = this.state.doc.length
    for (const { changes } of [...sendableUpdates(this.state)].reverse()) length = changes.length
    const read = updates.map(({ client, changes }) => {
      const set = ChangeSet.of(changes.map(({ from, to, insert }) => ({ from, to, insert: document(insert) })), length)
      length = set.newLength
      return { changes: set, clientID: client }
    })
    this.state = receiveUpdates(this.state, read).state
  }

  /** What `recent` has for it; undefined when that does not reach back far enough. */
  missing({ version, recent }) {
    const updates = []
    for (let next = this.version + 1; next <= version; ++next) {
      if (!recent[next]) return undefined
      updates.push(recent[next])
    }
    return updates
  }
}
