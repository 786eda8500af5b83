import type { Command, CommandId, RefusalCode } from '@/generated/protocol';

// Commands that wait for `done` or `refused`. The same id goes out again after a reconnect, so nothing is done twice.

/** Refusals the client pronounces itself: no connection; no answer in time, so that it is not known what became of it. */
export type OwnRefusal = 'offline' | 'unanswered';

export interface Refusal {
  ok: false;
  code: RefusalCode | OwnRefusal;
  field?: string | undefined;
  expected?: string | undefined;
  args: Record<string, string>;
}
export interface Done {
  ok: true;
  seq: number;
  /** The server's time of the answer, as estimated here. */
  at: number;
}
export type Answer = Done | Refusal;

export interface Pending {
  readonly id: CommandId;
  readonly command: Command;
  readonly expiresAt: number;
  readonly sent: boolean;
}
export type PendingList = readonly Pending[];

/** How long an answer is waited for, in milliseconds. A vote is asked again rather than cast late behind one's back. */
const patience = (command: Command): number => (command.type === 'cast_vote' ? 15_000 : 60_000);

/** Intents that may wait for the connection: small, repeatable, and harmless when they come some seconds later. */
const mayWait: ReadonlySet<Command['type']> = new Set(['request_floor', 'withdraw_request', 'check_in', 'check_out', 'write_minutes']);

export function refuse(code: OwnRefusal): Refusal {
  return { ok: false, code, args: {} };
}

/** The list with the command in it, or undefined when it must not wait for the connection. */
export function enter(list: PendingList, id: CommandId, command: Command, now: number, online: boolean): PendingList | undefined {
  if (!online && !mayWait.has(command.type)) return undefined;
  return [...list, { id, command, expiresAt: now + patience(command), sent: online }];
}

/** Takes an answered command out. */
export function settle(list: PendingList, id: CommandId): PendingList {
  return list.filter((pending) => pending.id !== id);
}

/** After a welcome everything unanswered goes out, in its order. */
export function resend(list: PendingList): [PendingList, Pending[]] {
  const sent = list.map((pending) => (pending.sent ? pending : { ...pending, sent: true }));
  return [sent, [...sent]];
}

export function expire(list: PendingList, now: number): [PendingList, Pending[]] {
  const over = list.filter((pending) => pending.expiresAt <= now);
  return over.length === 0 ? [list, []] : [list.filter((pending) => pending.expiresAt > now), over];
}
