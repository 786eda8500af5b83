import { sendableUpdates } from '@codemirror/collab';
import { ChangeSet, type EditorState } from '@codemirror/state';
import type { Coauthor } from '@/core/coauthor';
import { begun, changesOf, cleaning, updateOf } from '@/core/collab';
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

/**
 * The editor as it was: the text it knew, and on top of it what it had written, one update for each so that those which the hall has
 * already are known again. What it would not take is mended here, too, and the updates behind it moved to where they then belong.
 */
export function resumed(unsent: Unsent, extensions: Parameters<typeof begun>[3]): EditorState | undefined {
  try {
    let state = begun(unsent.base, unsent.version, unsent.client, extensions);
    let mend = ChangeSet.empty(state.doc.length); // from the text as it was typed to the one that stands here
    for (const update of unsent.updates) {
      const typed = changesOf(update, mend.length);
      const moved = typed.map(mend);
      const clean = ChangeSet.of(cleaning(moved), moved.newLength);
      mend = mend.map(typed, true).compose(clean);
      state = state.update({ changes: moved.compose(clean) }).state;
    }
    return state;
  } catch {
    return undefined;
  }
}
