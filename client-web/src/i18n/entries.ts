import { personName } from '@/core/queue';
import type { EntryView, HandCount, ResolutionView, View } from '@/generated/protocol';
import { duration } from './dates';
import { digits, messages } from './language.svelte';
import { itemLabel, meetingName } from './meeting';
import { speechName } from './speech';
import { verdict, voteKind } from './votes';

const t = messages({
  fa: {
    meeting_opened: 'جلسه رسمیت یافت',
    recess_called: 'تنفس اعلام شد',
    meeting_resumed: 'جلسه از سر گرفته شد',
    meeting_closed: 'جلسه پایان یافت',
    closed_part_begun: 'بخش غیرعلنی آغاز شد',
    closed_part_ended: 'بخش غیرعلنی پایان یافت',
    chair_handed: (name: string) => `ریاست جلسه به ${name} سپرده شد`,
    arrived: (name: string) => `${name} وارد شد`,
    departed: (name: string) => `${name} خارج شد`,
    absence_excused: (name: string) => `غیبت ${name} موجه شناخته شد`,
    absence_unexcused: (name: string) => `غیبت ${name} غیرموجه شناخته شد`,
    queue_changed: (name: string) => `ترتیب نوبت برای ${name} تغییر کرد`,
    substitute_named: (name: string, other: string) => `${other} جانشین ${name} شد`,
    substitution_ended: (name: string, other: string) => `جانشینی ${other} به جای ${name} پایان یافت`,
    time_yielded: (name: string, other: string) => `${name} باقی‌ماندهٔ وقت خود را به ${other} داد`,
    recused: (name: string, item: string) => `${name} به سبب تعارض منافع از ${item} کنار رفت`,
    recusal_lifted: (name: string, item: string) => `کناره‌گیری ${name} از ${item} برداشته شد`,
    item_started: (item: string) => `${item} آغاز شد`,
    item_done: (item: string) => `${item} پایان یافت`,
    item_deferred: (item: string) => `${item} به جلسهٔ دیگر موکول شد`,
    item_withdrawn: (item: string) => `${item} از دستور خارج شد`,
    item_taken_out: (item: string, name: string) => `${item} به خواست ${name} از تصویب یکجا جدا شد`,
    item_referred: (item: string, group: string) => (group === '' ? `${item} ارجاع شد` : `${item} به ${group} ارجاع شد`),
    report_received: (item: string) => `گزارش ارجاع ${item} رسید`,
    turn: (kind: string, name: string) => `${kind.replace(/ه$/, 'هٔ')} ${name}`,
    vote: 'رأی‌گیری',
    vote_voided: (question: string) => `رأی‌گیری باطل شد: ${question}`,
    count_corrected: (question: string) => `شمارش دست‌ها اصلاح شد: ${question}`,
    counts: (now: string, before: string) => `${now}؛ پیش از آن ${before}`,
    hands: (approve: string, against: string, abstain: string) => `موافق ${approve}، مخالف ${against}، ممتنع ${abstain}`,
    resolution: (number: string) => `مصوبهٔ ${number} ثبت شد`,
    voided: (reason: string) => `ابطال شد: ${reason}`,
    minutes_approved: (meeting: string) => `صورتجلسهٔ ${meeting} تصویب شد`,
    earlier: 'جلسهٔ پیش',
    decidedTogether: 'با رأی یکجا',
  },
  en: {
    meeting_opened: 'The meeting was opened',
    recess_called: 'A recess was called',
    meeting_resumed: 'The meeting was resumed',
    meeting_closed: 'The meeting was closed',
    closed_part_begun: 'The closed part began',
    closed_part_ended: 'The closed part ended',
    chair_handed: (name: string) => `${name} took the chair`,
    arrived: (name: string) => `${name} came in`,
    departed: (name: string) => `${name} left`,
    absence_excused: (name: string) => `${name} was excused`,
    absence_unexcused: (name: string) => `${name} is absent without excuse`,
    queue_changed: (name: string) => `The order of speakers was changed for ${name}`,
    substitute_named: (name: string, other: string) => `${other} stands in for ${name}`,
    substitution_ended: (name: string, other: string) => `${other} stands in for ${name} no more`,
    time_yielded: (name: string, other: string) => `${name} gave the rest of the time to ${other}`,
    recused: (name: string, item: string) => `${name} is recused from ${item}`,
    recusal_lifted: (name: string, item: string) => `${name} takes part in ${item} again`,
    item_started: (item: string) => `${item} began`,
    item_done: (item: string) => `${item} ended`,
    item_deferred: (item: string) => `${item} was deferred`,
    item_withdrawn: (item: string) => `${item} was withdrawn`,
    item_taken_out: (item: string, name: string) => `${item} was taken out of its consent block at the wish of ${name}`,
    item_referred: (item: string, group: string) => (group === '' ? `${item} was referred` : `${item} was referred to ${group}`),
    report_received: (item: string) => `The report on ${item} has come`,
    turn: (kind: string, name: string) => `${kind}: ${name}`,
    vote: 'Vote',
    vote_voided: (question: string) => `A vote was voided: ${question}`,
    count_corrected: (question: string) => `A count of hands was corrected: ${question}`,
    counts: (now: string, before: string) => `${now}; before that ${before}`,
    hands: (approve: string, against: string, abstain: string) => `approve ${approve}, against ${against}, abstain ${abstain}`,
    resolution: (number: string) => `Resolution ${number} was recorded`,
    voided: (reason: string) => `Voided: ${reason}`,
    minutes_approved: (meeting: string) => `The minutes of the ${meeting} were approved`,
    earlier: 'earlier meeting',
    decidedTogether: 'by the block’s vote',
  },
});

/** A name keeps its own direction inside a line of the other one (U+2068 FIRST STRONG ISOLATE … U+2069). */
const isolated = (name: string): string => (name === '' ? '' : `\u2068${name}\u2069`);

function groupOf(view: View, entry: EntryView): string {
  const referral = entry.item === undefined ? undefined : view.items[entry.item]?.referral;
  const to = referral === undefined ? undefined : view.referrals[referral]?.content.to;
  return (to !== undefined && view.groups[to]?.name) || '';
}

const questionOf = (view: View, { vote }: EntryView): string => isolated((vote !== undefined && view.votes[vote]?.content.question) || '');

/** What was counted before and after a correction; what was put right more than once is told step by step. */
function correctionOf(view: View, { vote: id, at }: EntryView): string {
  const vote = id === undefined ? undefined : view.votes[id];
  const place = vote?.corrections.findIndex((correction) => correction.at === at) ?? -1;
  const before = vote?.corrections[place]?.before;
  const now = vote?.corrections[place + 1]?.before ?? vote?.hands;
  const told = ({ approve, against, abstain }: HandCount): string => t().hands(digits(approve), digits(against), digits(abstain));
  return before && now ? t().counts(told(now), told(before)) : '';
}

/** Why a resolution does not count; nothing while it does. */
export const voidedLine = ({ void_reason }: Pick<ResolutionView, 'void_reason'>): string => (void_reason === undefined ? '' : t().voided(void_reason));

/** A self-written line of the minutes: what happened, and what belongs small beneath it (a length, an arithmetic, a reason). */
export interface EntryText {
  line: string;
  detail?: string | undefined;
  /** It tells of what does not count any more. */
  struck?: boolean;
}

export function entryText(view: View, entry: EntryView): EntryText {
  const say = t();
  const name = isolated(personName(view, entry.person));
  const other = isolated(personName(view, entry.other));
  const item = entry.item && view.items[entry.item];
  const label = item ? itemLabel(item) : '';
  const reason = entry.reason;
  switch (entry.kind) {
    case 'meeting_opened':
    case 'recess_called':
    case 'meeting_resumed':
    case 'meeting_closed':
    case 'closed_part_begun':
    case 'closed_part_ended':
      return { line: say[entry.kind], detail: reason };
    case 'chair_handed':
    case 'arrived':
    case 'departed':
    case 'absence_excused':
    case 'absence_unexcused':
    case 'queue_changed':
      return { line: say[entry.kind](name), detail: reason };
    case 'substitute_named':
    case 'substitution_ended':
      return { line: say[entry.kind](name, other), detail: reason };
    case 'time_yielded':
      return { line: say.time_yielded(name, other), detail: entry.spoken === undefined ? reason : duration(entry.spoken) };
    case 'recused':
    case 'recusal_lifted':
      return { line: say[entry.kind](name, label), detail: reason };
    case 'item_started':
    case 'item_deferred':
    case 'item_withdrawn':
      return { line: say[entry.kind](label), detail: reason };
    case 'item_done':
      return { line: say.item_done(label), detail: entry.vote === undefined ? reason : say.decidedTogether };
    case 'item_taken_out':
      return { line: say.item_taken_out(label, name), detail: reason };
    case 'item_referred':
      return { line: say.item_referred(label, isolated(groupOf(view, entry))), detail: reason };
    case 'report_received':
      return { line: say.report_received(label), detail: reason };
    case 'turn':
      return { line: say.turn(speechName(entry), name), detail: entry.spoken === undefined ? reason : [duration(entry.spoken), reason].filter(Boolean).join(' · ') };
    case 'vote': {
      const vote = entry.vote && view.votes[entry.vote];
      const says = vote ? verdict(vote) : undefined;
      return { line: says ? `${say.vote}: ${says.outcome}` : say.vote, detail: [vote ? voteKind(vote) : '', says?.sum].filter(Boolean).join(' · ') || undefined };
    }
    case 'vote_voided':
      return { line: say.vote_voided(questionOf(view, entry)), detail: reason };
    case 'count_corrected':
      return { line: say.count_corrected(questionOf(view, entry)), detail: [correctionOf(view, entry), reason].filter(Boolean).join(' · ') || undefined };
    case 'minutes_approved': {
      const record = entry.meeting === undefined ? undefined : view.records[entry.meeting];
      return { line: say.minutes_approved(record ? meetingName(record.number) : say.earlier) };
    }
    case 'resolution': {
      const resolution = entry.resolution === undefined ? undefined : view.resolutions[entry.resolution];
      const detail = [resolution?.content.text, resolution && voidedLine(resolution)].filter(Boolean).join(' · ');
      return { line: say.resolution(resolution ? digits(resolution.number) : ''), detail, struck: resolution?.void_reason !== undefined };
    }
  }
}
