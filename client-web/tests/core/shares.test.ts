import { describe, expect, it } from 'vitest';
import { hasGroups, notHeard, sharesOf } from '@/core/shares';
import { personView, viewOf } from '../views';

const view = viewOf({
  people: {
    ann: personView(1, { turns: 2, spoken: 200_000, seat: 'deputy' }),
    bob: personView(2, { seat: 'deputy', presented: 600_000 }),
    cyd: personView(3, { turns: 1, spoken: 300_000, group: 'experts', presence: 'out' }),
    dan: personView(4, { group: 'experts' }),
    eve: personView(5, { presence: 'absent' }),
    sec: personView(6, { seat: 'secretary' }),
  },
});

describe('fair shares', () => {
  it('count those who are here or have spoken, most time first', () => {
    expect(sharesOf(view, 'person').map((share) => share.key)).toEqual(['cyd', 'ann', 'bob', 'dan']);
  });
  it('keep a presenter’s time apart', () => {
    expect(sharesOf(view, 'seat').find((share) => share.key === 'deputy')).toEqual({ key: 'deputy', people: 2, heard: 1, turns: 2, spoken: 200_000, presented: 600_000 });
  });
  it('add up by group', () => {
    expect(sharesOf(view, 'group').map(({ key, people, spoken }) => [key, people, spoken])).toEqual([['experts', 2, 300_000], ['', 2, 200_000]]);
    expect(hasGroups(view)).toBe(true);
    expect(hasGroups(viewOf({ people: { a: personView(1) } }))).toBe(false);
  });
  it('tell who in the room has not been heard yet', () => {
    expect(notHeard(view)).toEqual(['bob', 'dan']);
  });
});
