import { collab, getSyncedVersion, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, EditorState, Text, Transaction, type ChangeSpec, type Extension } from '@codemirror/state';
import type { TextUpdate } from '@/generated/protocol';
import { cleaned } from './clean';

// CodeMirror's changes and the hall's, which are the same thing: places in UTF-16 units, all of the text before the update.

/** As the hall bounds them (protocol/limits.hpp): what one command takes, and what the view keeps at hand of it afterwards. */
const updatesAtOnce = 100;
const charsAtOnce = 16_000;

/** A text that came from the hall: its lines end with U+000A and nothing else. */
export const docOf = (text: string): Text => Text.of(text.split('\n'));

export const changesOf = ({ changes }: Pick<TextUpdate, 'changes'>, length: number): ChangeSet =>
  ChangeSet.of(
    changes.map(({ from, to, insert }) => ({ from, to, insert: docOf(insert) })),
    length,
  );

export function updateOf(set: ChangeSet): TextUpdate {
  const changes: TextUpdate['changes'] = [];
  set.iterChanges((from, to, _from, _to, inserted) => changes.push({ from, to, insert: inserted.toString() }));
  return { changes };
}

/** What has to change in the text that `changes` made so that the hall takes what they put in; nothing if it does. */
export function cleaning(changes: ChangeSet): ChangeSpec[] {
  const mends: ChangeSpec[] = [];
  changes.iterChanges((_from, _to, from, to, inserted) => {
    const words = inserted.toString();
    if (cleaned(words) !== words) mends.push({ from, to, insert: docOf(cleaned(words)) });
  });
  return mends;
}

/** One refused character would hold up everything that is written after it. */
const taken = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.annotation(Transaction.remote)) return transaction;
  const changes = cleaning(transaction.changes);
  return changes.length === 0 ? transaction : [transaction, { changes, sequential: true }];
});

/** An editor's state at a version of the text. */
export const begun = (text: string, version: number, client: string, extensions: Extension = []): EditorState =>
  EditorState.create({ doc: docOf(text), extensions: [collab({ startVersion: version, clientID: client }), taken, extensions] });

export interface Outgoing {
  version: number;
  updates: TextUpdate[];
}

/** What this editor wrote and the hall does not have yet, from the beginning and as much as one command takes. */
export function outgoing(state: EditorState): Outgoing | undefined {
  const updates: TextUpdate[] = [];
  let chars = 0;
  for (const { changes } of sendableUpdates(state)) {
    const update = updateOf(changes);
    chars += update.changes.reduce((sum, change) => sum + change.insert.length, 0);
    if (updates.length > 0 && (updates.length === updatesAtOnce || chars > charsAtOnce)) break;
    updates.push(update);
  }
  return updates.length === 0 ? undefined : { version: getSyncedVersion(state), updates };
}

export const unsaved = (state: EditorState): boolean => sendableUpdates(state).length > 0;

/** All that the hall does not have yet as one change of the text that it has. */
export const ownChanges = (state: EditorState): ChangeSet => {
  const [first, ...rest] = sendableUpdates(state);
  return first ? rest.reduce((all, { changes }) => all.compose(changes), first.changes) : ChangeSet.empty(state.doc.length);
};

/** Its length in Unicode code points, as the hall measures. */
export function charsOf(text: Text): number {
  let chars = text.lines - 1;
  for (const line of text.iterLines()) for (const _char of line) chars += 1;
  return chars;
}
