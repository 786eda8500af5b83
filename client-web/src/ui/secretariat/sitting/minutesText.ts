// One item's text while somebody types in a plain field: what is theirs, what the hall has, and never the one over the other.

export interface ServerText {
  text: string;
  version: number;
}

/** Saving compares versions: the server refuses `stale_text` when somebody else wrote meanwhile. */
export interface MinutesText {
  typed: string;
  base: ServerText; // what the typed text grew from
  sent: string | undefined; // on its way
  newer: ServerText | undefined; // somebody else's, waiting for a decision
  savedAt: number | undefined;
  failed: boolean;
}

export const emptyText: ServerText = { text: '', version: 0 };

export function begin(server: ServerText | undefined): MinutesText {
  const base = server ?? emptyText;
  return { typed: base.text, base, sent: undefined, newer: undefined, savedAt: undefined, failed: false };
}

/** What an earlier field did not get recorded, as it was then. */
export const resumed = (left: { typed: string; base: ServerText }): MinutesText => ({ ...begin(left.base), typed: left.typed });

export const isDirty = (text: MinutesText): boolean => text.typed !== text.base.text;

/** Something to send, nothing on its way, no decision open, and not just refused: then typing on or the person's word tries again. */
export const wantsSaving = (text: MinutesText): boolean => isDirty(text) && text.sent === undefined && text.newer === undefined && !text.failed;

export const typed = (text: MinutesText, nowReads: string): MinutesText => ({ ...text, typed: nowReads, failed: false });

export const sending = (text: MinutesText): MinutesText => ({ ...text, sent: text.typed, failed: false });

/** The receipt came: the server has what was sent, as the next version. Typing may have gone on. */
export function saved(text: MinutesText, at: number): MinutesText {
  if (text.sent === undefined) return text;
  return { ...text, base: { text: text.sent, version: text.base.version + 1 }, sent: undefined, savedAt: at };
}

export const notSaved = (text: MinutesText): MinutesText => ({ ...text, sent: undefined, failed: true });

/** The view brought a text. One's own saving echoes here too, before its receipt. */
export function arrived(text: MinutesText, server: ServerText | undefined): MinutesText {
  const now = server ?? emptyText;
  if (now.version <= text.base.version || now.version === text.newer?.version) return text;
  if (text.sent === now.text && now.version === text.base.version + 1) return text; // the echo; `saved` follows
  if (text.typed === now.text) return { ...text, base: now, newer: undefined };
  if (!isDirty(text)) return { ...text, typed: now.text, base: now, newer: undefined };
  return { ...text, newer: now };
}

/** The person has seen both and decides; the next saving is on top of the newer version either way. */
export function decide(text: MinutesText, keep: 'mine' | 'theirs' | 'both'): MinutesText {
  if (!text.newer) return text;
  const theirs = text.newer.text;
  const result = keep === 'mine' ? text.typed : keep === 'theirs' ? theirs : `${theirs.trimEnd()}\n${text.typed}`;
  return { ...text, typed: result, base: text.newer, newer: undefined, sent: undefined, failed: false };
}
