import type { HallView, PersonId, RequestId, RequestView, SpeechKind, TurnView, View } from '@/generated/protocol';
import { turnClock } from './clock';

export interface QueueEntry {
  readonly id: RequestId;
  /** From 1, in the order of calling. */
  readonly place: number;
  readonly name: string;
  readonly request: RequestView;
  readonly mine: boolean;
}

/** The waiting list in the order of calling, with names; `me` marks one's own entries. */
export function queueOf(view: View, me?: PersonId): QueueEntry[] {
  const floor = view.floor;
  if (!floor) return [];
  return floor.queue.flatMap((id, index) => {
    const request = floor.requests[id];
    if (!request) return [];
    return [{ id, place: index + 1, name: personName(view, request.person), request, mine: request.person === me }];
  });
}

export const personName = (view: View, person: PersonId | undefined): string => (person && view.people[person]?.name) || '';

/** Why an entry stands where it stands: the kinds that go first, and who asked earlier among its own kind. */
export interface PlaceReason {
  readonly ahead: number;
  readonly pointsOfOrder: number;
  readonly replies: number;
  /** The one of the same kind who is called right before, when they asked earlier. */
  readonly earlier?: string | undefined;
  readonly moved?: string | undefined;
}

export function placeReason(queue: readonly QueueEntry[], entry: QueueEntry): PlaceReason {
  const before = queue.slice(0, entry.place - 1);
  const count = (kind: RequestView['kind']): number => before.filter((other) => other.request.kind === kind && kind !== entry.request.kind).length;
  const same = before.filter((other) => other.request.kind === entry.request.kind && other.request.asked_at <= entry.request.asked_at);
  return {
    ahead: before.length,
    pointsOfOrder: count('point_of_order'),
    replies: count('reply'),
    earlier: same.at(-1)?.name,
    moved: entry.request.moved_reason,
  };
}

/** About how long until an entry is called, in milliseconds: what is left of the running turn and the full time of all before. */
export function waitFor(view: View, queue: readonly QueueEntry[], entry: QueueEntry, now: number): number {
  const turn: TurnView | undefined = view.floor?.turn;
  const running = turn ? Math.max(0, turnClock(turn, now).seconds) : 0;
  const before = queue.slice(0, entry.place - 1).reduce((sum, other) => sum + (other.request.limit ?? limitOf(view.hall.charter, other.request.kind)), 0);
  return running * 1000 + before;
}

/** What the charter gives a turn of this kind, in milliseconds. */
export function limitOf(charter: HallView['charter'], kind: SpeechKind): number {
  const seconds: Record<SpeechKind, number> = {
    speech: charter.speech_seconds,
    question: charter.floor?.question_seconds ?? charter.speech_seconds,
    reply: charter.reply_seconds,
    point_of_order: charter.point_of_order_seconds,
    presentation: charter.floor?.presentation_seconds ?? charter.speech_seconds,
  };
  return seconds[kind] * 1000;
}
