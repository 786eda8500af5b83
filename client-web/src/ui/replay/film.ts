// A past meeting as it was seen, at any second: its patches folded over its first view, with whole views kept on the way so that
// going back is as quick as going on.
import { ms } from '@/core/clock';
import { applyPatch } from '@/core/patch';
import type { ItemView, MeetingView, Replay, View } from '@/generated/protocol';
import { marksBetween, type Mark } from './marks';

/** So many patches at most are folded to reach a second. */
const keyEvery = 64;
/** What comes long before the opening is a hall that waits. */
const leadIn = 10 * 60_000;
const leadOut = 60_000;

export class Film {
  readonly marks: readonly Mark[];
  /** What is worth looking at: from shortly before the opening to shortly after the end. */
  readonly begin: number;
  readonly end: number;
  readonly #times: readonly number[];
  readonly #keys: readonly View[];
  #last: { steps: number; view: View };

  constructor(readonly replay: Replay) {
    this.#times = replay.steps.map(({ at }) => ms(at));
    const keys = [replay.view];
    const marks: Mark[] = [];
    let view = replay.view;
    replay.steps.forEach(({ patch }, index) => {
      const next = applyPatch(view, patch);
      marks.push(...marksBetween(view, next, replay.meeting, this.#times[index] ?? 0));
      view = next;
      if ((index + 1) % keyEvery === 0) keys.push(view);
    });
    this.#keys = keys;
    this.#last = { steps: 0, view: replay.view };
    this.marks = marks;
    const opened = marks.find(({ kind }) => kind === 'opened')?.at;
    const closed = marks.findLast(({ kind }) => kind === 'closed')?.at;
    this.begin = Math.max(ms(replay.from), (opened ?? ms(replay.from)) - leadIn);
    this.end = Math.max(this.begin, closed === undefined ? ms(replay.until) : Math.min(ms(replay.until), closed + leadOut));
  }

  /** The moment at which one begins to look. */
  get opening(): number {
    return this.marks.find(({ kind }) => kind === 'opened')?.at ?? this.begin;
  }

  /** The view as it was then. */
  at(moment: number): View {
    const steps = this.#until(moment);
    const key = Math.floor(steps / keyEvery);
    const near = this.#last.steps <= steps && this.#last.steps > key * keyEvery ? this.#last : { steps: key * keyEvery, view: this.#keys[key] ?? this.replay.view };
    let { view } = near;
    for (const { patch } of this.replay.steps.slice(near.steps, steps)) view = applyPatch(view, patch);
    this.#last = { steps, view };
    return view;
  }

  /** The next thing that happened, or the one before; a moment's slack, so that going back does not stand still. */
  next(moment: number): Mark | undefined {
    return this.marks.find(({ at }) => at > moment);
  }
  previous(moment: number): Mark | undefined {
    return this.marks.findLast(({ at }) => at < moment - 2_000);
  }

  /** How many steps had happened by then. */
  #until(moment: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** To those inside a closed part was open; only outside it was hidden. */
export function asSeen(view: View): View {
  const id = view.current;
  const meeting = id === undefined ? undefined : view.meetings[id];
  if (id === undefined || meeting?.closed_since === undefined || view.minutes === undefined) return view;
  const { closed_since: _hidden, ...open }: MeetingView = meeting;
  return { ...view, meetings: { ...view.meetings, [id]: open } };
}

export const itemThen = (view: View, meeting: string): ItemView | undefined => {
  const active = view.meetings[meeting]?.active_item;
  return active === undefined ? undefined : view.items[active];
};
