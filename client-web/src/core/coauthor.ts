import { getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import type { ChangeSet, EditorState, Text, Transaction } from '@codemirror/state';
import type { Command, ItemId, RecentUpdate, RefusalCode, TextUpdates, TextView } from '@/generated/protocol';
import { changesOf, outgoing, ownChanges, unsaved, type Outgoing } from './collab';
import type { Answer } from './pending';

/** What shows the text: CodeMirror's view. While an input method composes, nothing is changed under its hands. */
export interface Screen {
  readonly state: EditorState;
  readonly composing: boolean;
  dispatch(transaction: Transaction): void;
}
export interface Hall {
  online(): boolean;
  edit(command: Extract<Command, { type: 'edit_text' }>): Promise<Answer>;
  /** What led on from that version, for when the view does not reach back so far. */
  missing(since: number): Promise<TextUpdates>;
}

export const pace = { restMs: 500, retryMs: 2_000 } as const;
const stepsKept = 200;

/**
 * Lets one editor write a text together with others. It takes in what the hall has accepted, its own included, and sends what it
 * wrote itself: one command at a time, two a second at most. Nothing typed is ever dropped. What became of a command whose answer
 * was lost shows in the text itself, because the hall takes a command only on top of the version that it names.
 */
export class Coauthor {
  /** Why the hall does not take what was written; cleared by the next key and by `wake`. */
  refused: RefusalCode | undefined;
  /** The server's time of the last answer. */
  savedAt: number | undefined;
  /** Hears of every change of how things stand. */
  told: () => void = () => undefined;

  #server: Pick<TextView, 'version' | 'recent'> | undefined;
  #base: Text; // the hall's text as far as it has been taken in
  #steps = new Map<number, ChangeSet>(); // by the version that they led to
  #found = new Map<number, RecentUpdate>(); // what the view did not reach back to
  #confirmed = 0; // up to here the hall has said yes
  #sent: Outgoing | undefined;
  #resting = false;
  #asking = false;
  #closed = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    readonly item: ItemId,
    readonly client: string,
    readonly screen: Screen,
    private readonly hall: Hall,
    base: Text,
  ) {
    this.#base = base;
  }

  get version(): number {
    return getSyncedVersion(this.screen.state);
  }
  get base(): Text {
    return this.#base;
  }
  get saving(): boolean {
    return this.#sent !== undefined;
  }
  get dirty(): boolean {
    return unsaved(this.screen.state);
  }

  /** The view has a text (or still the same one). */
  follow(server: Pick<TextView, 'version' | 'recent'> | undefined): void {
    this.#server = server;
    this.#goOn();
  }

  /** Something was typed here. */
  typed(): void {
    this.refused = undefined;
    this.#goOn();
  }

  /** The line is back, a hold is over, or an input method has finished its word. */
  wake(): void {
    this.refused = undefined;
    this.#goOn();
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Where a place of the hall's text at `version` is on this screen; nothing while that version has not come yet. */
  here(place: number, version: number): number | undefined {
    if (version > this.version) return undefined;
    let at = place;
    for (let step = version + 1; step <= this.version; step++) at = this.#steps.get(step)?.mapPos(clamp(at, this.#steps.get(step)!.length), 1) ?? at;
    return ownChanges(this.screen.state).mapPos(clamp(at, this.#base.length), 1);
  }

  /** The other way round: a place on this screen in the hall's text. */
  there(place: number): number {
    return ownChanges(this.screen.state).invertedDesc.mapPos(place, -1);
  }

  #goOn(): void {
    if (this.#closed) return;
    this.#takeIn();
    void this.#send();
    this.told();
  }

  #takeIn(): void {
    const { state, composing } = this.screen;
    if (composing) return;
    const have = this.version;
    const until = Math.max(this.#server?.version ?? 0, this.#confirmed);
    if (until <= have) return;
    const own = sendableUpdates(state);
    const updates: { clientID: string; changes: ChangeSet }[] = [];
    let mine = 0;
    for (let version = have + 1; version <= until; version++) {
      const update = this.#server?.recent[version] ?? this.#found.get(version);
      const known = update ? changesOf(update, this.#base.length) : version <= this.#confirmed ? own[mine]?.changes : undefined;
      if (!known) break;
      const clientID = update?.client ?? this.client;
      if (clientID === this.client) mine += 1;
      updates.push({ clientID, changes: known });
      this.#base = known.apply(this.#base);
      this.#step(version, known);
    }
    if (updates.length > 0) this.screen.dispatch(receiveUpdates(state, updates));
    if (this.version < until) void this.#ask();
  }

  #step(version: number, changes: ChangeSet): void {
    this.#steps.set(version, changes);
    this.#steps.delete(version - stepsKept);
    this.#found.delete(version);
  }

  async #ask(): Promise<void> {
    if (this.#asking || !this.hall.online()) return;
    this.#asking = true;
    const { version } = this;
    const told = await this.hall.missing(version).catch(() => undefined);
    this.#asking = false;
    told?.updates.forEach((update, index) => this.#found.set(version + 1 + index, update));
    if (told && told.updates.length > 0) {
      const last = version + told.updates.length;
      this.#server = this.#server && this.#server.version >= last ? this.#server : { version: last, recent: this.#server?.recent ?? {} };
      this.#goOn();
    } else this.#later(pace.retryMs, () => this.#goOn());
  }

  async #send(): Promise<void> {
    if (this.#sent || this.#resting || this.refused || !this.hall.online()) return;
    const out = outgoing(this.screen.state);
    if (!out || out.version < (this.#server?.version ?? 0)) return;
    this.#sent = out;
    this.#resting = true;
    this.#later(pace.restMs, () => {
      this.#resting = false;
      this.#goOn();
    });
    this.told();
    const answer = await this.hall.edit({ type: 'edit_text', item: this.item, version: out.version, client: this.client, updates: out.updates });
    this.#sent = undefined;
    this.#answered(answer, out);
  }

  #answered(answer: Answer, out: Outgoing): void {
    if (answer.ok) {
      this.#confirmed = Math.max(this.#confirmed, out.version + out.updates.length);
      this.savedAt = answer.at;
    } else if (answer.code === 'stale_text') {
      // What others wrote mostly is in the view already, or about to come; it is asked for where it is not.
      if (!this.#closed && (this.#server?.version ?? 0) <= out.version) void this.#ask();
    } else if (answer.code !== 'offline' && answer.code !== 'unanswered') this.refused = answer.code;
    this.#goOn();
  }

  #later(ms: number, act: () => void): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}

const clamp = (place: number, most: number): number => Math.max(0, Math.min(place, most));
