import { describe, expect, test } from 'vitest';
import type { MeetingRecord, RecordItem, RecordPerson } from '@/generated/protocol';
import { attendance, inFours, outcomeOf, outOfOrder, signatories, speakersOf, spokenBy, staysOf, unanimous, voters, wholeMinutes } from '@/ui/archive/record';

const opened = '2023-12-28T05:36:00.000Z';
const ended = '2023-12-28T08:01:00.000Z';
const at = (clock: string): string => `2023-12-28T${clock}:00.000Z`;

const item = (change: Partial<RecordItem>): RecordItem => ({
  item: 'i',
  number: [1],
  closed: false,
  state: 'done',
  spent: 0,
  text: '',
  attachments: [],
  recusals: [],
  speeches: [],
  votes: [],
  resolutions: [],
  ...change,
});
const person = (name: string, change: Partial<RecordPerson> = {}): RecordPerson => ({
  person: name,
  name,
  short_name: name,
  seat: 'expert',
  votes: true,
  presence: 'present',
  attendance: [{ from: at('05:30') }],
  turns: 0,
  spoken: 0,
  presented: 0,
  ...change,
});
const record = (people: RecordPerson[], chair?: string): MeetingRecord =>
  ({ summary: { opened_at: opened, ended_at: ended }, people, items: [], chair }) as unknown as MeetingRecord;

describe('attendance', () => {
  test('names only hours that differ from the meeting’s own', () => {
    expect(staysOf([{ from: at('05:30'), until: ended }], opened, ended)).toEqual([]);
    expect(staysOf([{ from: at('06:01') }], opened, ended)).toEqual([{ from: at('06:01') }]);
    expect(staysOf([{ from: at('05:30'), until: at('06:28') }], opened, ended)).toEqual([{ until: at('06:28') }]);
    expect(staysOf([{ from: at('05:30'), until: at('06:00') }, { from: at('07:00') }], opened, ended)).toEqual([
      { until: at('06:00') },
      { from: at('07:00') },
    ]);
  });

  test('puts everybody into one group, and a guest who did not come into none', () => {
    const groups = attendance(
      record([
        person('a'),
        person('b', { presence: 'excused', attendance: [] }),
        person('c', { presence: 'absent', attendance: [] }),
        person('d', { presence: 'out' }),
        person('e', { votes: false, seat: 'secretary' }),
        person('g', { presence: 'unexcused', attendance: [] }),
        person('f', { votes: false, seat: 'guest', presence: 'absent', attendance: [] }),
      ]),
    );
    const names = (list: { person: RecordPerson }[]): string[] => list.map((one) => one.person.name);
    expect(names(groups.voting)).toEqual(['a', 'd']);
    expect(names(groups.excused)).toEqual(['b']);
    expect(names(groups.unexcused)).toEqual(['g']);
    expect(names(groups.absent)).toEqual(['c']);
    expect(names(groups.withoutVote)).toEqual(['e']);
  });

  test('lets the chair sign first and the secretary last', () => {
    const people = [person('clerk', { seat: 'secretary', votes: false }), person('a'), person('mayor'), person('gone', { presence: 'absent' })];
    expect(signatories(record(people, 'mayor')).map((one) => one.name)).toEqual(['mayor', 'a', 'clerk']);
  });
});

describe('an item', () => {
  test('ends with its resolutions before anything else', () => {
    const resolution = { resolution: 'r', number: 2, at: opened, content: { text: '', responsible: [] } };
    expect(outcomeOf(item({ resolutions: [resolution, { ...resolution, number: 3 }] }))).toEqual({ kind: 'resolutions', numbers: [2, 3] });
  });
  test('that was rejected, deferred, never reached or closed says so', () => {
    const rejected = { result: { outcome: 'rejected' } } as unknown as RecordItem['votes'][number];
    expect(outcomeOf(item({ votes: [rejected] })).kind).toBe('rejected');
    const voided = { result: { outcome: 'rejected' }, voided_at: 'x' } as unknown as RecordItem['votes'][number];
    const ranked = { result: { outcome: 'ranked' } } as unknown as RecordItem['votes'][number];
    expect(outcomeOf(item({ votes: [ranked, voided] })).kind).toBe('done');
    expect(outcomeOf(item({ votes: [rejected, voided] })).kind).toBe('rejected');
    expect(outcomeOf(item({ state: 'deferred' })).kind).toBe('deferred');
    expect(outcomeOf(item({ state: 'planned' })).kind).toBe('not_reached');
    expect(outcomeOf(item({ closed: true })).kind).toBe('silent');
    expect(outcomeOf(item({})).kind).toBe('done');
  });
  test('lists each speaker once, in order', () => {
    const speech = (who: string, spoken: number) => ({ person: who, kind: 'speech' as const, from: opened, until: ended, spoken, limit: 180_000 });
    expect(speakersOf(item({ speeches: [speech('a', 60_000), speech('b', 5_000), speech('a', 30_000)] }))).toEqual([
      { person: 'a', turns: 2, spoken: 90_000, as: [] },
      { person: 'b', turns: 1, spoken: 5_000, as: [] },
    ]);
    const against = { ...speech('a', 1_000), stance: 'against' as const, reason: 'ضیق وقت' };
    const speeches = [against, against, { ...speech('a', 1_000), kind: 'reply' as const }];
    expect(speakersOf(item({ speeches }))[0]?.as).toEqual([{ kind: 'speech', stance: 'against' }, { kind: 'reply' }]);
    expect(outOfOrder(item({ speeches })).map((one) => one.reason)).toEqual(['ضیق وقت', 'ضیق وقت']);
  });
});

test('speaking times are summed by person, seat or group, presentations apart', () => {
  const people = [
    person('a', { turns: 2, spoken: 90_000, group: 'g' }),
    person('b', { turns: 1, spoken: 60_000, group: 'g', presented: 300_000 }),
    person('c', { turns: 1, spoken: 100_000, seat: 'deputy' }),
    person('silent'),
  ];
  expect(spokenBy(people, (one) => one.name).map((row) => row.name)).toEqual(['c', 'a', 'b']);
  expect(spokenBy(people, (one) => one.group ?? '')[0]).toEqual({ name: 'g', people: 2, turns: 3, spoken: 150_000, presented: 300_000 });
  expect(spokenBy(people, (one) => one.seat).map((row) => row.people)).toEqual([2, 1]);
});

test('minutes are whole, and nothing that took place lasted none', () => {
  expect([0, 4_000, 89_000, 91_000].map(wholeMinutes)).toEqual([0, 1, 1, 2]);
});

test('unanimous is without a vote against and without an abstention', () => {
  expect(unanimous({ approve: 9, against: 0, abstain: 0, not_cast: 2 })).toBe(true);
  expect(unanimous({ approve: 9, against: 0, abstain: 1, not_cast: 0 })).toBe(false);
  expect(unanimous({ approve: 0, against: 0, abstain: 0, not_cast: 9 })).toBe(false);
});

test('the fingerprint is read in fours', () => {
  expect(inFours('9f2c41d70be6')).toBe('9f2c 41d7 0be6');
});

test('voters stand in the order of the roster, not of their ballots', () => {
  const ballots = ['c', 'a', 'b'].map((one) => ({ person: one, ballot: { choice: one === 'b' ? ('against' as const) : ('approve' as const) } }));
  const vote = { ballots } as unknown as RecordItem['votes'][number];
  expect(voters(vote, ['a', 'b', 'c'].map((one) => person(one)), 'approve').map((one) => one.name)).toEqual(['a', 'c']);
});
