// A hall that keeps one text, and the lines to it: they drop, delay and reorder what goes over them, as a test's dice say.
import type { EditorState, Transaction } from '@codemirror/state';
import { begun, changesOf, docOf } from '@/core/collab';
import { Coauthor } from '@/core/coauthor';
import type { Answer } from '@/core/pending';
import type { Command, RecentUpdate } from '@/generated/protocol';

type EditText = Extract<Command, { type: 'edit_text' }>;
export type Dice = () => number;

export function dice(seed: number): Dice {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
}

const after = (ms: number, act: () => void): void => void setTimeout(act, ms);

export class FakeText {
  text = '';
  readonly updates: RecentUpdate[] = [];
  readonly commands = new Map<string, Answer>();
  readonly lines = new Set<Line>();

  constructor(readonly reach: number) {}

  /** As the hall does it: the same command once, and only on top of the version that it names. */
  take(id: string, command: EditText): Answer {
    const known = this.commands.get(id);
    if (known) return known;
    const answer = this.#try(command);
    this.commands.set(id, answer);
    return answer;
  }
  #try({ version, client, updates }: EditText): Answer {
    if (version !== this.updates.length) return { ok: false, code: 'stale_text', args: {} };
    for (const { changes } of updates) {
      this.text = changesOf({ changes }, this.text.length).apply(docOf(this.text)).toString();
      this.updates.push({ client, changes });
    }
    for (const line of this.lines) line.patch();
    return { ok: true, seq: this.updates.length, at: this.updates.length };
  }
  view() {
    const version = this.updates.length;
    const recent = Object.fromEntries(this.updates.map((update, at) => [at + 1, update] as const).slice(-this.reach));
    return { version, recent };
  }
}

/** Commands that were sent before the line broke go out again when it is back, under their own ids. */
export class Line {
  up = true;
  #open = new Map<string, { command: EditText; settle: (answer: Answer) => void }>();
  #count = 0;

  constructor(
    private readonly name: string,
    private readonly server: FakeText,
    private readonly roll: Dice,
  ) {
    server.lines.add(this);
  }
  author?: Coauthor;

  online = (): boolean => this.up;
  edit = (command: EditText): Promise<Answer> => {
    if (!this.up) return Promise.resolve({ ok: false, code: 'offline', args: {} });
    const id = `${this.name}${(this.#count += 1)}`;
    return new Promise((settle) => {
      this.#open.set(id, { command, settle });
      this.#go(id);
      // Sometimes nobody waits any longer, while the command is still on its way.
      if (this.roll() < 0.1) after(this.roll() * 900, () => this.#settle(id, { ok: false, code: 'unanswered', args: {} }));
    });
  };
  missing = (since: number) =>
    new Promise<{ version: number; updates: RecentUpdate[]; more: boolean }>((resolve, reject) =>
      after(this.roll() * 300, () => {
        if (!this.up || this.roll() < 0.2) return reject(new Error('offline'));
        const updates = this.server.updates.slice(since, since + 7);
        resolve({ version: since + updates.length, updates, more: since + updates.length < this.server.updates.length });
      }),
    );

  patch(): void {
    after(this.roll() * 400, () => {
      if (this.up) this.author?.follow(this.server.view());
    });
  }
  drop(): void {
    this.up = false;
  }
  back(): void {
    this.up = true;
    for (const id of this.#open.keys()) this.#go(id);
    this.author?.follow(this.server.view());
    this.author?.wake();
  }
  #go(id: string): void {
    const open = this.#open.get(id);
    if (!open) return;
    after(this.roll() * 300, () => {
      if (!this.up) return;
      const answer = this.server.take(id, open.command);
      after(this.roll() * 500, () => {
        if (this.up) this.#settle(id, answer);
      });
    });
  }
  #settle(id: string, answer: Answer): void {
    this.#open.get(id)?.settle(answer);
    this.#open.delete(id);
  }
}

/** A screen without a browser. */
export class Paper {
  composing = false;
  readonly author: Coauthor;
  constructor(
    public state: EditorState,
    line: Line,
    name: string,
  ) {
    this.author = new Coauthor('i', name, this, line, state.doc);
    line.author = this.author;
  }
  dispatch(transaction: Transaction): void {
    this.state = transaction.state;
  }
  write(from: number, to: number, insert: string): void {
    this.dispatch(this.state.update({ changes: { from, to, insert } }));
    this.author.typed();
  }
  get text(): string {
    return this.state.doc.toString();
  }
}

export const paper = (name: string, server: FakeText, roll: Dice): { paper: Paper; line: Line } => {
  const line = new Line(name, server, roll);
  return { paper: new Paper(begun(server.text, server.updates.length, name), line, name), line };
};
