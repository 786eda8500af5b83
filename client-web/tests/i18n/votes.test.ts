import { beforeEach, describe, expect, it } from 'vitest';
import type { OptionResult, Outcome, VoteForm, VoteResult, VoteView } from '@/generated/protocol';
import { language } from '@/i18n/language.svelte';
import { placeWord, verdict, voteKind } from '@/i18n/votes';
import { voteView } from '../views';

beforeEach(() => (language.current = 'fa'));

const options = ['الف', 'ب', 'پ'].map((title) => ({ title, withdrawn: false }));
const plain = voteView().content;

function vote(form: Partial<VoteForm>, result: Partial<VoteResult>, more: Partial<VoteView> = {}): VoteView {
  const tally = { approve: 0, against: 0, abstain: 0, not_cast: 0 };
  return voteView({
    state: 'closed',
    content: { ...plain, form: { kind: 'motion', mode: 'device', options: [], ...form } },
    result: { tally, base_count: 0, needed: 1, outcome: 'adopted', ...result },
    ...more,
  });
}
const said = (of: VoteView): string => {
  const words = verdict(of);
  return words ? `${words.sum} ← ${words.outcome}${words.note ? ` (${words.note})` : ''}` : '';
};
const option = (count: number, place: number, elected = false): OptionResult => ({ count, place, elected });
const ballots = (approve: number, abstain = 0) => ({ approve, against: 0, abstain, not_cast: 0 });

describe('the verdict', () => {
  it('of a consent says that nobody objected, or that somebody did', () => {
    expect(said(vote({ kind: 'consent' }, {}))).toBe('کسی مخالفت نکرد ← تصویب شد (سکوت به معنای موافقت است)');
    expect(said(vote({ kind: 'consent' }, { outcome: 'objected' }))).toBe('یک نفر مخالفت کرد ← مخالفت شد (همین پرسش به رأی گذاشته می‌شود)');
  });
  it('names the casting vote', () => {
    const tie = { tally: { approve: 5, against: 5, abstain: 0, not_cast: 0 }, casting: 'against' as const, outcome: 'rejected' as const };
    expect(said(vote({}, tie))).toContain('موافق ۵ برابر مخالف ۵؛ رأی رئیس جلسه: مخالف ← تصویب نشد');
  });
  it('says how many were missing for a quorum', () => {
    expect(said(vote({}, { outcome: 'no_quorum', quorum: { present: 9, needed: 11, members: 21, met: false } }))).toBe(
      '۹ نفر حاضر از ۱۱ نفر لازم برای رسمیت ← حد نصاب نبود (آرا شمرده شد، ولی چیزی تصمیم گرفته نشد)',
    );
  });
  it('says what a candidate needed and how many seats are filled', () => {
    const absolute = { ...plain, rule: { base: 'valid' as const, majority: { kind: 'absolute' as const } }, form: { kind: 'election' as const, mode: 'secret' as const, options, seats: 2 } };
    const result = { tally: ballots(9, 1), base_count: 9, needed: 5, outcome: 'incomplete' as Outcome, options: [option(6, 1, true), option(4, 2), option(4, 2)] };
    expect(said({ ...vote({}, result), content: absolute })).toBe(
      'بیش از نیمی از ۹ برگه = ۵ رأی؛ ۱ نفر از ۲ نفر ← انتخاب کامل نشد (۱ برگهٔ سفید، برابری در آخرین جای خالی کسی را انتخاب نمی‌کند)',
    );
  });
  it('says by what method a ranking came about', () => {
    const result = { tally: ballots(9), outcome: 'ranked' as Outcome, options: [option(2, 1), option(0, 2), option(0, 2)] };
    expect(said(vote({ kind: 'ranking', options }, result))).toBe('مقایسهٔ دوبه‌دو در ۹ برگه ← ترتیب مشخص شد (گزینه‌های برابر جایگاه یکسان دارند)');
    const rules = { quorum: false, casting_vote: false, live: false, late_arrivals: false, ranking: 'borda' as const, weights: [], secret_voters_min: 5 };
    expect(said(vote({ kind: 'ranking', options }, result, { rules }))).toContain('۹ برگه؛ گزینهٔ نخست هر برگه ۲ امتیاز');
    expect(said(vote({ kind: 'points', options, points: 10 }, result))).toContain('۹ برگه، هر یک ۱۰ امتیاز');
    expect(said(vote({ kind: 'ranking', options }, { ...result, outcome: 'undecided', tally: ballots(0) }))).toBe('هیچ برگه‌ای پر نشد ← رأیی داده نشد');
  });
});

describe('a vote’s kind', () => {
  it('is said with its way of voting', () => {
    expect(voteKind(vote({ mode: 'roll_call' }, {}))).toBe('قرائت اسامی، با اکثریت ساده');
    expect(voteKind(vote({ kind: 'election', mode: 'secret', seats: 2, options }, {}))).toBe('مخفی، انتخاب ۲ نفر');
    expect(voteKind(vote({ kind: 'consent' }, {}))).toBe('تصویب بی‌مخالف');
    language.current = 'en';
    expect(voteKind(vote({ kind: 'ranking', options }, {}))).toBe('open ballot, Priorities');
  });
});

it('a shared place says so', () => {
  expect([placeWord(1, false), placeWord(2, true), placeWord(undefined, false)]).toEqual(['۱', '۲ مشترک', '']);
});
