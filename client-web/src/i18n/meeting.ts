import type { ItemView, MeetingView, VoteView } from '@/generated/protocol';
import { date } from './dates';
import { digits, language, messages } from './language.svelte';
import { itemNumber, ordinal } from './numbering';
import { share, words } from './words';

const t = messages({
  fa: {
    meeting: (nth: string) => `${nth} جلسه`,
    item: (number: string) => `بند ${number}`,
    itemOf: (number: string, all: number) => `بند ${number} از ${digits(all)}`,
    closed: 'بند غیرعلنی',
    waitRanOut: 'تا پایان مهلت، حد نصاب کامل نشد.',
    open: 'علنی',
    with: (part: string) => `با ${part} آرا`,
    withMajority: (part: string) => `با ${part}`,
    ballots: 'رأی',
    baseOf: { valid: 'رأی موافق و مخالف', cast: 'رأی داده‌شده', present: 'نفر حاضر', entitled: 'دارندهٔ حق رأی', members: 'عضو دارای حق رأی' },
    share: (part: string, base: string, needed: string, approve: string) => `${part} از ${base} = ${needed}؛ موافق ${approve}`,
    half: (base: string, needed: string, approve: string) => `بیش از نیمی از ${base} = ${needed}؛ موافق ${approve}`,
    more: (approve: string, against: string) => `موافق ${approve} بیش از مخالف ${against}`,
    notMore: (approve: string, against: string) => `موافق ${approve} بیش از مخالف ${against} نیست`,
    equal: (approve: string, against: string) => `موافق ${approve} برابر مخالف ${against}`,
    abstainNotCounted: 'ممتنع شمرده نمی‌شود',
    abstainCounted: 'ممتنع در شمار آرا می‌آید',
    absentCounted: 'رأی‌نداده‌ها هم در شمارند',
  },
  en: {
    meeting: (nth: string) => `${nth} meeting`,
    item: (number: string) => `Item ${number}`,
    itemOf: (number: string, all: number) => `Item ${number} of ${all}`,
    closed: 'Closed item',
    waitRanOut: 'The quorum was not reached in time.',
    open: 'open ballot',
    with: (part: string) => `${part} of the votes`,
    withMajority: (part: string) => part,
    ballots: 'votes',
    baseOf: { valid: 'votes for and against', cast: 'votes cast', present: 'present', entitled: 'entitled', members: 'voting members' },
    share: (part: string, base: string, needed: string, approve: string) => `${part} of ${base} = ${needed}; approve ${approve}`,
    half: (base: string, needed: string, approve: string) => `more than half of ${base} = ${needed}; approve ${approve}`,
    more: (approve: string, against: string) => `approve ${approve}, more than against ${against}`,
    notMore: (approve: string, against: string) => `approve ${approve}, not more than against ${against}`,
    equal: (approve: string, against: string) => `approve ${approve} equals against ${against}`,
    abstainNotCounted: 'abstentions are not counted',
    abstainCounted: 'abstentions count as votes cast',
    absentCounted: 'those who did not vote count too',
  },
});

/** «نخستین جلسه · پنجشنبه ۷ دی ۱۴۰۲». */
export function meetingLine(meeting: MeetingView): string {
  const name = meeting.number === undefined ? (meeting.content.title ?? words().meetingState.drafted) : t().meeting(ordinal(meeting.number));
  return `${name} · ${date(meeting.opened_at ?? meeting.content.starts_at)}`;
}

export const meetingName = (number: number): string => t().meeting(ordinal(number));

/** «بند ۳ ب»; with the number of top items «بند ۳ از ۸». */
export function itemLabel(item: ItemView, topItems?: number): string {
  const number = itemNumber(item.number);
  return topItems === undefined ? t().item(number) : t().itemOf(number, topItems);
}

/** What an item is called; a closed one that this audience may not see has no title. */
/** The chair's reason, or that the quorum was not reached in the time the charter gives. */
export const notHeldReason = (meeting: Pick<MeetingView, 'not_held_reason'>): string => meeting.not_held_reason ?? t().waitRanOut;
export const itemTitle = (item: ItemView): string => item.title ?? t().closed;
export const itemShort = (item: ItemView): string => item.short_title ?? itemTitle(item);

/** «علنی، با دو سوم آرا». */
export function voteKind(vote: Pick<VoteView, 'content'>): string {
  const { majority } = vote.content.rule;
  const plain = majority.kind === 'simple' || majority.kind === 'absolute';
  const part = plain ? t().withMajority(share(majority)) : t().with(share(majority));
  return `${t().open}${language.current === 'fa' ? '،' : ','} ${part}`;
}

/** The verdict's arithmetic, «دو سوم از ۹ رأی = ۶؛ موافق ۶», its word, and what became of abstentions. */
export function verdict(vote: Pick<VoteView, 'content' | 'result'>): { sum: string; outcome: string; note: string } | undefined {
  const result = vote.result;
  if (!result) return undefined;
  const { base, majority } = vote.content.rule;
  const w = t();
  const { approve, against } = { approve: digits(result.tally.approve), against: digits(result.tally.against) };
  const [needed, whole] = [digits(result.needed), `${digits(result.base_count)} ${base === 'valid' && majority.kind !== 'simple' ? w.ballots : w.baseOf[base]}`];
  const outcome = words().outcome[result.outcome];
  if (majority.kind === 'simple') {
    const sum = result.outcome === 'tied' ? w.equal : result.outcome === 'adopted' ? w.more : w.notMore;
    return { sum: sum(approve, against), outcome, note: w.abstainNotCounted };
  }
  const sum = majority.kind === 'absolute' ? w.half(whole, needed, approve) : w.share(share(majority), whole, needed, approve);
  const note = { valid: w.abstainNotCounted, cast: w.abstainCounted, present: w.absentCounted, entitled: w.absentCounted, members: w.absentCounted }[base];
  return { sum, outcome, note };
}
