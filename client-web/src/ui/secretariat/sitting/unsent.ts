import { sendableUpdates } from '@codemirror/collab';
import type { EditorState } from '@codemirror/state';
import type { Coauthor } from '@/core/coauthor';
import { begun, changesOf, updateOf } from '@/core/collab';
import type { TextUpdate } from '@/generated/protocol';
import { keyOf } from './unsentItems';

// What was typed and is not recorded yet outlives the page: a reload, or a tablet that throws the page away. It is there only while
// the page is hidden or gone, so that a tab that was made as a copy of this one does not write it a second time.

export interface Unsent {
  client: string;
  version: number;
  base: string;
  updates: TextUpdate[];
}

export function unsentOf({ client, version, base, screen }: Coauthor): Unsent {
  const updates = sendableUpdates(screen.state).map(({ changes }) => updateOf(changes));
  return { client, version, base: base.toString(), updates };
}

export function keep(hall: string, item: string, unsent: Unsent): void {
  if (unsent.updates.length === 0) return;
  try {
    sessionStorage.setItem(keyOf(hall, item), JSON.stringify(unsent));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Takes it out: whoever reads it writes it. */
export function take(hall: string, item: string): Unsent | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(hall, item));
    sessionStorage.removeItem(keyOf(hall, item));
    return kept === null ? undefined : (JSON.parse(kept) as Unsent);
  } catch {
    return undefined;
  }
}

/** The editor as it was: the text it knew, and on top of it what it had written. */
export function resumed(unsent: Unsent, extensions: Parameters<typeof begun>[3]): EditorState | undefined {
  try {
    let state = begun(unsent.base, unsent.version, unsent.client, extensions);
    for (const update of unsent.updates) state = state.update({ changes: changesOf(update, state.doc.length) }).state;
    return state;
  } catch {
    return undefined;
  }
}
