import { formOf, hasOptions, placed, type AnyVote } from '@/core/votes';
import type { VoteResult, VoteView } from '@/generated/protocol';
import { comma, digits, language, messages } from './language.svelte';
import { share, words } from './words';

const t = messages({
  fa: {
    with: (part: string) => `با ${part} آرا`,
    withMajority: (part: string) => `با ${part}`,
    seats: (n: string) => `انتخاب ${n} نفر`,
    ballots: 'رأی',
    baseOf: { valid: 'رأی موافق و مخالف', cast: 'رأی داده‌شده', present: 'نفر حاضر', entitled: 'دارندهٔ حق رأی', members: 'عضو دارای حق رأی' },
    share: (part: string, base: string, needed: string, approve: string) => `${part} از ${base} = ${needed}؛ موافق ${approve}`,
    half: (base: string, needed: string, approve: string) => `بیش از نیمی از ${base} = ${needed}؛ موافق ${approve}`,
    more: (approve: string, against: string) => `موافق ${approve} بیش از مخالف ${against}`,
    notMore: (approve: string, against: string) => `موافق ${approve} بیش از مخالف ${against} نیست`,
    equal: (approve: string, against: string) => `موافق ${approve} برابر مخالف ${against}`,
    casting: (sum: string, choice: string) => `${sum}؛ رأی رئیس جلسه: ${choice}`,
    abstainNotCounted: 'ممتنع شمرده نمی‌شود',
    abstainCounted: 'ممتنع در شمار آرا می‌آید',
    absentCounted: 'رأی‌نداده‌ها هم در شمارند',
    quorum: (present: string, needed: string) => `${present} نفر حاضر از ${needed} نفر لازم برای رسمیت`,
    quorumNote: 'آرا شمرده شد، ولی چیزی تصمیم گرفته نشد',
    nobodyObjected: 'کسی مخالفت نکرد',
    somebodyObjected: 'یک نفر مخالفت کرد',
    consentNote: 'سکوت به معنای موافقت است',
    objectedNote: 'همین پرسش به رأی گذاشته می‌شود',
    mostMarks: (ballots: string) => `بیشترین رأی در ${ballots} برگه`,
    marksNeeded: (part: string, base: string, needed: string) => `${part} از ${base} برگه = ${needed} رأی`,
    overHalf: 'بیش از نیمی',
    filled: (sum: string, filled: string, seats: string) => `${sum}؛ ${filled} نفر از ${seats} نفر`,
    blanks: (n: string) => `${n} برگهٔ سفید`,
    tiedSeat: 'برابری در آخرین جای خالی کسی را انتخاب نمی‌کند',
    pairwise: (ballots: string) => `مقایسهٔ دوبه‌دو در ${ballots} برگه`,
    places: (ballots: string, most: string) => `${ballots} برگه؛ گزینهٔ نخست هر برگه ${most} امتیاز`,
    points: (ballots: string, points: string) => `${ballots} برگه، هر یک ${points} امتیاز`,
    tiedPlaces: 'گزینه‌های برابر جایگاه یکسان دارند',
    nothingCast: 'هیچ برگه‌ای پر نشد',
    weighted: 'شمارش با وزن رأی‌هاست',
  },
  en: {
    with: (part: string) => `${part} of the votes`,
    withMajority: (part: string) => part,
    seats: (n: string) => `electing ${n}`,
    ballots: 'votes',
    baseOf: { valid: 'votes for and against', cast: 'votes cast', present: 'present', entitled: 'entitled', members: 'voting members' },
    share: (part: string, base: string, needed: string, approve: string) => `${part} of ${base} = ${needed}; approve ${approve}`,
    half: (base: string, needed: string, approve: string) => `more than half of ${base} = ${needed}; approve ${approve}`,
    more: (approve: string, against: string) => `approve ${approve}, more than against ${against}`,
    notMore: (approve: string, against: string) => `approve ${approve}, not more than against ${against}`,
    equal: (approve: string, against: string) => `approve ${approve} equals against ${against}`,
    casting: (sum: string, choice: string) => `${sum}; the chair’s vote: ${choice.toLowerCase()}`,
    abstainNotCounted: 'abstentions are not counted',
    abstainCounted: 'abstentions count as votes cast',
    absentCounted: 'those who did not vote count too',
    quorum: (present: string, needed: string) => `${present} present of the ${needed} needed for a quorum`,
    quorumNote: 'the votes are counted, but nothing is decided',
    nobodyObjected: 'nobody objected',
    somebodyObjected: 'somebody objected',
    consentNote: 'silence is assent',
    objectedNote: 'the question is put to the vote',
    mostMarks: (ballots: string) => `the most marks on ${ballots} ballots`,
    marksNeeded: (part: string, base: string, needed: string) => `${part} of ${base} ballots = ${needed} marks`,
    overHalf: 'more than half',
    filled: (sum: string, filled: string, seats: string) => `${sum}; ${filled} of ${seats} elected`,
    blanks: (n: string) => `blank ballots: ${n}`,
    tiedSeat: 'a tie for the last seat elects nobody',
    pairwise: (ballots: string) => `pairwise comparison on ${ballots} ballots`,
    places: (ballots: string, most: string) => `${ballots} ballots; first place gives ${most} points`,
    points: (ballots: string, points: string) => `${ballots} ballots, ${points} points each`,
    tiedPlaces: 'equal options share their place',
    nothingCast: 'no ballot was filled in',
    weighted: 'votes are counted by weight',
  },
});

/** «علنی، با دو سوم آرا», «مخفی، انتخاب ۲ نفر», «مخالفتی هست؟». */
export function voteKind(vote: Pick<VoteView, 'content'>): string {
  const form = formOf(vote);
  if (form.kind === 'consent') return words().voteKind.consent;
  const what = form.kind === 'motion' ? majorityOf(vote) : form.kind === 'election' ? t().seats(digits(form.seats ?? 1)) : words().voteKind[form.kind];
  return [words().voteMode[form.mode], what].join(comma());
}

function majorityOf({ content }: Pick<VoteView, 'content'>): string {
  const { majority } = content.rule;
  const plain = majority.kind === 'simple' || majority.kind === 'absolute';
  return plain ? t().withMajority(share(majority)) : t().with(share(majority));
}

/** The reason of a result in words, «دو سوم از ۹ رأی = ۶؛ موافق ۶», its verdict, and what one may wonder about. */
export interface Verdict {
  sum: string;
  outcome: string;
  note: string;
}

export function verdict(vote: AnyVote): Verdict | undefined {
  const result = vote.result;
  if (!result) return undefined;
  const form = formOf(vote);
  const outcome = words().outcome[result.outcome];
  if (result.outcome === 'no_quorum' && result.quorum) {
    return { sum: t().quorum(digits(result.quorum.present), digits(result.quorum.needed)), outcome, note: t().quorumNote };
  }
  if (form.kind === 'consent') {
    const objected = result.outcome === 'objected';
    return { sum: objected ? t().somebodyObjected : t().nobodyObjected, outcome, note: objected ? t().objectedNote : t().consentNote };
  }
  const { sum, note } = hasOptions(form) ? ofOptions(vote, result) : ofMotion(vote, result);
  const weighted = (vote.rules?.weights?.length ?? 0) > 0 && form.mode !== 'secret' && form.mode !== 'show_of_hands';
  return { sum, outcome, note: [note, weighted ? t().weighted : ''].filter(Boolean).join(comma()) };
}

type Sum = Omit<Verdict, 'outcome'>;

function ofMotion({ content }: AnyVote, result: VoteResult): Sum {
  const { base, majority } = content.rule;
  const w = t();
  const [approve, against] = [digits(result.tally.approve), digits(result.tally.against)];
  const [needed, whole] = [digits(result.needed), `${digits(result.base_count)} ${base === 'valid' && majority.kind !== 'simple' ? w.ballots : w.baseOf[base]}`];
  const cast = (sum: string): string => (result.casting ? w.casting(sum, words().choice[result.casting]) : sum);
  if (majority.kind === 'simple' || result.casting) {
    const equal = result.outcome === 'tied' || result.casting;
    const sum = equal ? w.equal : result.outcome === 'adopted' ? w.more : w.notMore;
    return { sum: cast(sum(approve, against)), note: w.abstainNotCounted };
  }
  const sum = majority.kind === 'absolute' ? w.half(whole, needed, approve) : w.share(share(majority), whole, needed, approve);
  const note = { valid: w.abstainNotCounted, cast: w.abstainCounted, present: w.absentCounted, entitled: w.absentCounted, members: w.absentCounted }[base];
  return { sum, note };
}

function ofOptions(vote: AnyVote, result: VoteResult): Sum {
  const form = formOf(vote);
  const rows = placed(vote);
  if (result.outcome === 'undecided') return { sum: t().nothingCast, note: '' };
  const ballots = digits(result.tally.approve);
  const blanks = result.tally.abstain > 0 ? t().blanks(digits(result.tally.abstain)) : '';
  const ties = rows.some((row) => row.tied) ? t().tiedPlaces : '';
  if (form.kind === 'ranking') {
    const borda = vote.rules?.ranking === 'borda';
    const sum = borda ? t().places(ballots, digits(rows.filter((row) => !row.withdrawn).length - 1)) : t().pairwise(ballots);
    return { sum, note: [blanks, ties].filter(Boolean).join(comma()) };
  }
  if (form.kind === 'points') return { sum: t().points(ballots, digits(form.points ?? 0)), note: [blanks, ties].filter(Boolean).join(comma()) };
  const { majority } = vote.content.rule;
  const part = majority.kind === 'absolute' ? t().overHalf : share(majority);
  const sum = majority.kind === 'simple' ? t().mostMarks(ballots) : t().marksNeeded(part, digits(result.base_count), digits(result.needed));
  const elected = rows.filter((row) => row.elected).length;
  const last = Math.max(0, ...rows.filter((row) => row.elected).map((row) => row.place ?? 0));
  const tie = result.outcome === 'incomplete' && rows.some((row) => row.tied && !row.elected && row.place === last + 1);
  return { sum: t().filled(sum, digits(elected), digits(form.seats ?? 1)), note: [blanks, tie ? t().tiedSeat : ''].filter(Boolean).join(comma()) };
}

/** A place as it is read: «۱»، «۲ مشترک». */
export const placeWord = (place: number | undefined, tied: boolean): string =>
  place === undefined ? '' : tied ? (language.current === 'fa' ? `${digits(place)} مشترک` : `${place} (shared)`) : digits(place);
