import { beforeEach, describe, expect, test } from 'vitest';
import { language } from '@/i18n/language.svelte';
import { blockQuestion, draftName, leftOver, nextStart, originOf } from '@/ui/secretariat/agenda/plan';
import { faultOf } from '@/ui/secretariat/agenda/uploadFault';
import { referralRows } from '@/ui/secretariat/groups/referrals';
import { inbox, openMeetings } from '@/ui/secretariat/proposals/inbox';
import { at, hall, instant, person } from './hall';

beforeEach(() => (language.current = 'fa'));

describe('the next meeting', () => {
  const thursday = { weekday: 5, minute: 540, minutes: 150, place: 'تالار' };
  test('is a week after the current one, at the charter’s hour', () => {
    expect(nextStart(hall(), thursday, at('12:00:00'))).toBe('2024-01-04T05:30:00.000Z');
  });
  test('is not on a day that has its draft', () => {
    const view = hall();
    view.meetings['d'] = { ...view.meetings['m']!, state: 'drafted', content: { ...view.meetings['m']!.content, starts_at: '2024-01-04T11:00:00.000Z' } };
    expect(nextStart(view, thursday, at('12:00:00'))).toBe('2024-01-11T05:30:00.000Z');
  });
  test('counts its days from Saturday', () => {
    expect(nextStart(hall(), { ...thursday, weekday: 0 }, at('12:00:00'))).toBe('2023-12-30T05:30:00.000Z');
  });
  test('bears the number it will get', () => {
    expect(draftName({ ...hall().meetings['m']!, expected_number: 2 }, '')).toBe('دومین جلسه (پیش‌نویس)');
    expect(draftName({ ...hall().meetings['m']!, content: { ...hall().meetings['m']!.content, title: 'فوق‌العاده' } }, '')).toBe('فوق‌العاده');
  });
});

describe('what was left', () => {
  test('are deferred items, and those never reached once the meeting has ended', () => {
    const view = hall();
    view.items['i4'] = { ...view.items['i4']!, state: 'deferred' };
    expect(leftOver(view)).toEqual(['i4']);
    view.meetings['m'] = { ...view.meetings['m']!, state: 'closed' };
    view.items['i3b'] = { ...view.items['i3b']!, state: 'done' };
    expect(leftOver(view)).toEqual(['i4', 'i5', 'i6', 'i7', 'i8']);
    view.items['i4'] = { ...view.items['i4'], carried_to: 'x' };
    view.items['i5'] = { ...view.items['i5']!, state: 'withdrawn' };
    expect(leftOver(view)).toEqual(['i6', 'i7', 'i8']);
  });
  test('says where it was left', () => {
    const view = hall();
    const carried = { ...view.items['i5']!, origin: { kind: 'carried_over' as const, item: 'i4' } };
    expect(originOf(view, carried)).toEqual({ text: 'مانده از نخستین جلسه', meeting: 'm', item: 'i4' });
    expect(originOf(view, { ...carried, origin: { kind: 'carried_over', item: 'gone' } })?.text).toBe('مانده از جلسهٔ پیش');
    expect(originOf(view, view.items['i5']!)).toBeUndefined();
    expect(originOf(view, { ...carried, origin: { kind: 'minutes' } })?.text).toBe('خودبه‌خود: صورتجلسه در انتظار تصویب است');
    expect(originOf(view, { ...carried, origin: { kind: 'follow_up', resolution: 'r' } })?.text).toBe('خودبه‌خود: مهلت گذشته یا نزدیک است');
  });
});

test('a consent block’s question names its parts and fits', () => {
  const view = hall();
  view.items['i3a']!.title = 'صورتجلسهٔ پیشین';
  view.items['i3b']!.title = 'تقویم';
  expect(blockQuestion(view, 'i3')).toBe('آیا با تصویب یکجای این موارد موافقید؟ صورتجلسهٔ پیشین؛ تقویم');
  view.items['i3b']!.title = 'x'.repeat(300);
  view.items['i3a']!.title = 'y'.repeat(300);
  expect(blockQuestion(view, 'i3').length).toBeLessThanOrEqual(600);
});

test('proposals wait in the order in which they came; the newest answer stands first', () => {
  const view = hall();
  view.people = { p2: person(2) };
  const proposal = (minute: number, more = {}) => ({ person: 'p2', at: instant(`10:0${minute}:00`), content: { title: `t${minute}` }, state: 'submitted' as const, ...more });
  view.proposals = { b: proposal(2), a: proposal(1), c: proposal(3, { state: 'declined', decided_at: instant('10:08:00') }), d: proposal(0, { state: 'accepted', decided_at: instant('10:09:00') }) };
  const { waiting, decided } = inbox(view);
  expect([waiting.map((row) => row.id), decided.map((row) => row.id)]).toEqual([['a', 'b'], ['d', 'c']]);
  expect(openMeetings(view).map(({ id }) => id)).toEqual(['m']);
});

test('a referral is told from either side', () => {
  const view = hall();
  const content = { from: 'rasht', to: 'g', item: 'i4', title: 'آب', confidential: false };
  view.referrals = {
    sent: { content, at: instant('10:00:00') },
    back: { content, at: instant('10:01:00'), report: 'گزارش' },
    asked: { content, at: instant('10:02:00'), other: 'اتاق' },
    done: { content, at: instant('10:03:00'), other: 'اتاق', report: 'گزارش', taken_up: 'i4' },
  };
  const rows = Object.fromEntries(referralRows(view).map((row) => [row.id, [row.state, row.toTakeUp]]));
  expect(rows).toEqual({ sent: ['waiting', false], back: ['reported', true], asked: ['open', true], done: ['sent', false] });
});

test('a file that is not taken says why', () => {
  const fault = (status: number, code: string) => faultOf({ status, code });
  expect([fault(0, 'offline'), fault(413, 'body_too_large'), fault(415, 'x'), fault(409, 'already_attached'), fault(500, 'internal')]).toEqual(['offline', 'tooLarge', 'badType', 'already_attached', 'failed']);
});
