import type { Charter, FloorRules, FloorView, SpeechKind, TurnView, View } from '@/generated/protocol';
import { ms, turnClock } from './clock';

/** What a charter of before these rules existed means: protocol/charter.hpp has the same defaults, and the server fills them in. */
const usual: FloorRules = {
  kinds: ['point_of_order', 'reply', 'question', 'speech'],
  points_of_order: ['procedure', 'rights', 'fact'],
  interrupting: ['point_of_order'],
  fairness: 'first_timers',
  patience: 5,
  question_seconds: 60,
  presentation_seconds: 600,
  transfer: false,
};

export const floorRules = (charter: Charter): FloorRules => charter.floor ?? usual;

/** Milliseconds that the charter gives a turn of this kind, before any budget. */
export function limitOf(charter: Charter, kind: SpeechKind): number {
  const rules = floorRules(charter);
  const seconds = {
    speech: charter.speech_seconds,
    question: rules.question_seconds,
    reply: charter.reply_seconds,
    point_of_order: charter.point_of_order_seconds,
    presentation: rules.presentation_seconds,
  };
  return seconds[kind] * 1000;
}

/** Milliseconds until everything that goes on now is through: the running turn, and the one it interrupts. */
export function goingOn(view: View, now: number): number {
  const left = (turn: TurnView | undefined): number => (turn ? Math.max(0, turnClock(turn, now).seconds) * 1000 : 0);
  return left(view.floor?.turn) + left(view.floor?.interrupted);
}

/** Seconds until a list with a last call closes; nothing without one. */
export function lastCall(floor: FloorView | undefined, now: number): number | undefined {
  return floor?.list_closes_at === undefined ? undefined : Math.max(0, Math.ceil((ms(floor.list_closes_at) - now) / 1000));
}
