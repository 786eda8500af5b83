// A small hall for the tests of the chair's and the secretariat's logic: the chamber's first meeting in the middle of item 3 b.
import type { ItemView, PersonView, View } from '@/generated/protocol';

export const at = (clock: string): number => Date.parse(`2023-12-28T${clock}+03:30`);
export const instant = (clock: string): string => new Date(at(clock)).toISOString();

export function person(order: number, more: Partial<PersonView> = {}): PersonView {
  return { name: `Person ${order}`, short_name: `P${order}`, seat: 'expert', votes: true, order, presence: 'present', turns: 0, spoken: 0, presented: 0, ...more };
}

function item(number: number[], minutes: number, more: Partial<ItemView> = {}): ItemView {
  return {
    meeting: 'm', number, minutes, state: 'planned', closed: false, title: number.join('.'), kind: 'discussion',
    confidential: false, options: [], spent: 0, links: [], recused: [], ...more,
  };
}

const minutes = (count: number): number => count * 60_000;

export function hall(): View {
  return {
    hall: {
      name: 'Chamber', kind: 'chamber', chair: 'p1', term: 1,
      charter: {
        quorum: { numerator: 1, denominator: 2, comparison: 'more_than' },
        speech_seconds: 180, reply_seconds: 60, point_of_order_seconds: 60,
        vote_rule: { base: 'valid', majority: { kind: 'simple' } },
      },
    },
    people: { p1: person(1, { seat: 'president' }), p2: person(2), p3: person(3), p4: person(4) },
    current: 'm',
    meetings: {
      m: {
        state: 'open', number: 1, term: 1, opened_at: instant('09:06:00'), active_item: 'i3b', minutes_published: false,
        content: { starts_at: instant('09:00:00'), minutes: 150, place: 'Hall' },
        quorum: { present: 4, needed: 3, members: 4, met: true },
        agenda: ['i1', 'i2', 'i3', 'i3a', 'i3b', 'i4', 'i5', 'i6', 'i7', 'i8'],
      },
    },
    items: {
      i1: item([1], 5, { state: 'done', spent: minutes(4) }),
      i2: item([2], 15, { state: 'done', spent: minutes(18) }),
      i3: item([3], 40, { state: 'done' }),
      i3a: item([3, 1], 20, { parent: 'i3', state: 'done', spent: minutes(24) }),
      i3b: item([3, 2], 20, { parent: 'i3', state: 'active', started_at: instant('09:52:00'), running_since: instant('09:52:00') }),
      i4: item([4], 25, { kind: 'priorities' }),
      i5: item([5], 20, { kind: 'decision' }),
      i6: item([6], 20),
      i7: item([7], 10, { confidential: true }),
      i8: item([8], 5),
    },
    floor: {
      list_open: true,
      turn: { request: 'r0', person: 'p2', kind: 'speech', started_at: instant('10:06:24'), limit: 180_000, paused_total: 0, turn_in_item: 1 },
      queue: ['r1', 'r2', 'r3', 'r4', 'r5'],
      requests: Object.fromEntries(
        ['reply', 'speech', 'speech', 'speech', 'speech'].map((kind, index) => [
          `r${index + 1}`,
          { person: 'p3', kind: kind as 'reply' | 'speech', asked_at: instant('10:00:00'), ahead: [] },
        ]),
      ),
    },
    votes: {},
    resolutions: {},
    attachments: {},
    templates: {},
    proposals: {},
    groups: {},
    referrals: {},
    records: {},
    phrases: {},
  };
}
