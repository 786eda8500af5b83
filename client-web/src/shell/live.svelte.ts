import { heardAt, ms, offset, ponged, unknownClock, untilNextSecond, type ServerClock } from '@/core/clock';
import { fresh, isOnline, shown, step, type Effect, type News, type Shown } from '@/core/connection';
import { applyPatch } from '@/core/patch';
import { enter, expire, refuse, resend, settle, type Answer, type PendingList } from '@/core/pending';
import type { Audience, Command, Me, MeetingView, Point, Pointed, Role, ServerFrame, View } from '@/generated/protocol';
import { deviceId } from './device';
import { Socket } from './socket';
import { uuid } from './uuid';

const connectionBeat = 500;

/**
 * The hall as this device sees it: the view, who I am, the state of the line, the server's clock; and `do`, the only way to ask
 * for a change. Every part is reactive; parts of the view that a patch leaves alone keep their identity.
 */
class Live {
  hall = $state<string>();
  view = $state.raw<View>();
  me = $state.raw<Me>();
  audience = $state<Audience>('public');
  shown = $state.raw<Shown>({ kind: 'fine' });
  online = $state(false);
  /** Server time up to which the view is known to be true. */
  syncedAt = $state<number>();
  /** Commands that wait for their answer, oldest first. */
  pending = $state.raw<PendingList>([]);

  readonly role: Role = $derived(this.me?.role ?? (this.audience === 'display' ? 'display' : 'observer'));
  readonly meeting: MeetingView | undefined = $derived(this.view?.current ? this.view.meetings[this.view.current] : undefined);
  /** What is on the screen may no longer be true, and nothing irreversible may be done. */
  readonly stale: boolean = $derived(this.view !== undefined && (this.shown.kind === 'lost' || this.shown.kind === 'ended'));

  #second = $state(0);
  #connection = $state.raw(fresh);
  #clock: ServerClock = unknownClock;
  #socket: Socket | undefined;
  #wanted: Audience | undefined;
  #answers = new Map<string, (answer: Answer) => void>();
  #hearing = new Set<(place: Pointed) => void>();
  #timers: { beat?: ReturnType<typeof setInterval>; second?: ReturnType<typeof setTimeout> } = {};

  /** Begins to follow a hall; `audience` asks for less than one's own (observers, the display). */
  open(hall: string, audience?: Audience): void {
    if (this.hall === hall && this.#wanted === audience && this.#connection.link !== 'idle') return;
    this.close();
    this.hall = hall;
    this.#wanted = audience;
    this.#timers.beat = setInterval(() => this.#news({ type: 'tick' }), connectionBeat);
    this.#tickSecond();
    document.addEventListener('visibilitychange', this.#wake);
    window.addEventListener('online', this.retryNow);
    this.#news({ type: 'start' });
  }

  close(): void {
    this.#news({ type: 'stop' });
    clearInterval(this.#timers.beat);
    clearTimeout(this.#timers.second);
    document.removeEventListener('visibilitychange', this.#wake);
    window.removeEventListener('online', this.retryNow);
    for (const answer of this.#answers.values()) answer(refuse('unanswered'));
    this.#answers.clear();
    this.pending = [];
    this.hall = this.view = this.me = this.syncedAt = undefined;
  }

  /** A moment of the past in place of a hall that is followed: whatever shows a hall shows it then, by the clock of then. */
  showPast(hall: string, view: View, at: number): void {
    if (this.hall !== hall || this.#connection.link !== 'idle') this.close();
    this.hall = hall;
    this.view = view;
    this.#second = Math.floor(at / 1000) * 1000;
  }

  /** The server's time, moving in whole seconds so that all screens show the same. */
  now(): number {
    return this.#second;
  }

  /** The server's time to the millisecond, not reactive. */
  preciseNow(): number {
    const now = local();
    return now - offset(this.#clock, now);
  }

  retryNow = (): void => this.#news({ type: 'retry_now' });

  /** Asks the hall for a change. The answer comes from the server; nothing is shown as done before it. */
  do(command: Command): Promise<Answer> {
    const id = uuid();
    const list = enter(this.pending, id, command, local(), isOnline(this.#connection));
    if (!list) return Promise.resolve(refuse('offline'));
    this.pending = list;
    if (isOnline(this.#connection)) this.#socket?.send({ type: 'do', id, command });
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  /** Says where one writes, to whoever of the desk listens; without a line nobody is told. */
  point(place: Omit<Point, 'type'>): void {
    if (isOnline(this.#connection)) this.#socket?.send({ type: 'point', ...place });
  }
  /** Hears where others write; returns how to stop. */
  onPointed(hear: (place: Pointed) => void): () => void {
    this.#hearing.add(hear);
    return () => this.#hearing.delete(hear);
  }

  /** Is a command of this kind on its way? */
  waiting(type: Command['type']): boolean {
    return this.pending.some((pending) => pending.command.type === type);
  }

  #news(news: News): void {
    const now = local();
    const [next, effects] = step(this.#connection, news, now, Math.random());
    this.#connection = next;
    this.online = isOnline(next);
    for (const effect of effects) this.#obey(effect);
    const show = shown(this.#connection, now);
    if (JSON.stringify(show) !== JSON.stringify(this.shown)) this.shown = show;
    this.#expire(now);
  }

  #obey(effect: Effect): void {
    switch (effect) {
      case 'open':
        this.#socket?.close();
        this.#socket = new Socket(this.hall ?? '', deviceId(), {
          opened: () => this.#news({ type: 'opened' }),
          frame: (frame) => this.#frame(frame),
          closed: () => this.#news({ type: 'closed' }),
        });
        return;
      case 'hello':
        this.#socket?.send({ type: 'hello', resume: this.view && this.#connection.resume, audience: this.#wanted });
        return;
      case 'ping':
        this.#socket?.send({ type: 'ping', t: Math.round(local()) });
        return;
      case 'close':
        this.#socket?.close();
        this.#socket = undefined;
        return;
      case 'resend': {
        const [list, unanswered] = resend(this.pending);
        this.pending = list;
        for (const { id, command } of unanswered) this.#socket?.send({ type: 'do', id, command });
        return;
      }
    }
  }

  #frame(frame: ServerFrame): void {
    const now = local();
    this.#news({ type: 'heard' });
    if ('now' in frame) this.#clock = heardAt(this.#clock, ms(frame.now), now);
    this.syncedAt = this.preciseNow();
    switch (frame.type) {
      case 'welcome':
        this.me = frame.me;
        this.audience = frame.audience;
        // From here on the server's time counts, whatever the device's own clock had shown.
        this.#second = Math.floor(this.preciseNow() / 1000) * 1000;
        this.#news({ type: 'welcomed', epoch: frame.epoch, seq: frame.seq });
        return;
      case 'state':
        this.view = frame.view;
        this.#moved(frame.seq);
        return;
      case 'patch':
        if (!this.view) return this.#news({ type: 'gap' });
        this.view = applyPatch(this.view, frame.patch);
        this.#moved(frame.seq);
        return;
      case 'me_changed':
        this.me = frame.me;
        return;
      case 'done':
        return this.#answer(frame.id, { ok: true, seq: frame.seq, at: this.preciseNow() });
      case 'refused':
        if (frame.id) this.#answer(frame.id, { ok: false, code: frame.code, field: frame.field, expected: frame.expected, args: frame.args });
        return;
      case 'pong':
        this.#clock = ponged(this.#clock, frame.t, ms(frame.now), now);
        return;
      case 'pointed':
        for (const hear of this.#hearing) hear(frame);
        return;
      case 'bye':
        return this.#news({ type: 'bye', reason: frame.reason, retryAfter: frame.retry_after });
    }
  }

  #moved(seq: number): void {
    this.#news({ type: 'moved', seq });
    // A turn that has just begun must not be drawn with the time of the second before it.
    this.#second = Math.max(this.#second, Math.floor(this.preciseNow() / 1000) * 1000);
  }

  #answer(id: string, answer: Answer): void {
    this.pending = settle(this.pending, id);
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
  }

  #expire(now: number): void {
    const [list, over] = expire(this.pending, now);
    if (over.length === 0) return;
    this.pending = list;
    for (const { id } of over) this.#answer(id, refuse('unanswered'));
  }

  #tickSecond(): void {
    const now = this.preciseNow();
    // A timer may come some milliseconds early: the second it was set for counts.
    this.#second = Math.floor((now + 20) / 1000) * 1000;
    this.#timers.second = setTimeout(() => this.#tickSecond(), untilNextSecond(now + 20) + 1);
  }

  #wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#news({ type: 'retry_now' });
    this.#news({ type: 'tick' });
  };
}

/** Wall clock for a start, monotonic from then on: setting the tablet's clock must not shake the hall's. */
const local = (): number => performance.timeOrigin + performance.now();

export const live = new Live();
export type { Answer };
