// What comes onto an agenda by itself, as far as the desk can see it before it asks.
import { consentParts } from '@/core/agenda';
import type { HallId, ItemId, ItemView, MeetingId, MeetingView, Schedule, View } from '@/generated/protocol';
import { meetingName } from '@/i18n/meeting';
import { paths } from '@/shell/pages';
import { tehranInstant } from '../../desk/jalaliInput';
import { t } from './planMessages';

const day = 86_400_000;
const tehran = 3.5 * 3_600_000;
/** 1970-01-01 was a Thursday, the sixth day of a week that begins on Saturday. */
const weekday = (dayNumber: number): number => (dayNumber + 5) % 7;

/** When the schedule's next meeting begins: after now, after the current one, and not on a day that has its draft already. */
export function nextStart(view: View, schedule: Schedule, now: number): string {
  const current = view.current === undefined ? undefined : view.meetings[view.current];
  const after = Math.max(now, current ? Date.parse(current.content.starts_at) : 0);
  const dayOf = (instant: number): number => Math.floor((instant + tehran) / day);
  const taken = new Set(Object.values(view.meetings).filter((meeting) => meeting.state === 'drafted').map((meeting) => dayOf(Date.parse(meeting.content.starts_at))));
  for (let at = dayOf(after); ; at += 1) {
    const start = tehranInstant(new Date(at * day).toISOString().slice(0, 10), schedule.minute * 60_000);
    if (weekday(at) === schedule.weekday && Date.parse(start) > after && !taken.has(at)) return start;
  }
}

/** Items of the current meeting that a draft would take over: deferred ones, and once it has ended those never reached. */
export function leftOver(view: View): ItemId[] {
  const meeting = view.current === undefined ? undefined : view.meetings[view.current];
  if (!meeting) return [];
  const ended = meeting.state === 'closed' || meeting.state === 'not_held';
  const finished = (id: ItemId): boolean => {
    const { state } = view.items[id]!;
    if (state === 'done' || state === 'withdrawn') return true;
    const parts = meeting.agenda.filter((other) => view.items[other]?.parent === id);
    return state === 'planned' && parts.length > 0 && parts.every(finished);
  };
  return meeting.agenda.filter((id) => {
    const item = view.items[id]!;
    if (item.carried_to !== undefined || finished(id)) return false;
    return item.state === 'deferred' || (item.state === 'planned' && ended);
  });
}

/** Drafts are named by the number they will get. */
export function draftName(meeting: MeetingView, otherwise: string): string {
  if (meeting.content.title) return meeting.content.title;
  return meeting.expected_number === undefined ? otherwise : t().expected(meetingName(meeting.expected_number));
}

export interface OriginMark {
  text: string;
  /** The item it goes on with, in an archived meeting or a file's own record. */
  meeting?: MeetingId;
  item?: ItemId;
}

/** Why an item is on this agenda, in words, and where that is told. */
export function originOf(view: View, item: ItemView): OriginMark | undefined {
  const origin = item.origin;
  if (!origin) return undefined;
  const say = t().origin;
  switch (origin.kind) {
    case 'standing':
      return { text: say.standing };
    case 'carried_over': {
      const before = origin.item === undefined ? undefined : view.items[origin.item];
      const number = before && view.meetings[before.meeting]?.number;
      return { text: say.carried(number === undefined ? '' : meetingName(number)), ...(before && origin.item !== undefined ? { meeting: before.meeting, item: origin.item } : {}) };
    }
    case 'proposal': {
      const proposal = origin.proposal === undefined ? undefined : view.proposals[origin.proposal];
      return { text: say.proposal((proposal && view.people[proposal.person]?.short_name) ?? '') };
    }
    case 'referral': {
      const referral = origin.referral === undefined ? undefined : view.referrals[origin.referral];
      return { text: say.referral(referral?.other ?? '') };
    }
    case 'report': {
      const referral = origin.referral === undefined ? undefined : view.referrals[origin.referral];
      return { text: say.report((referral && view.groups[referral.content.to]?.name) ?? ''), ...(origin.item === undefined ? {} : { item: origin.item }) };
    }
    case 'minutes':
      return { text: say.minutes };
    case 'follow_up':
      return { text: say.followUp };
  }
}

/** Where the same matter stands in another meeting: what it was left from, what goes on with it. */
export function placesOf(view: View, hall: HallId, item: ItemView): { text: string; place: string }[] {
  const origin = originOf(view, item);
  const next = item.carried_to === undefined ? undefined : view.items[item.carried_to];
  return [
    ...(origin?.meeting === undefined ? [] : [{ text: origin.text, place: `${paths.record(hall, origin.meeting)}#item-${origin.item ?? ''}` }]),
    ...(next === undefined ? [] : [{ text: t().carriedOn, place: `${paths.record(hall, next.meeting)}#item-${item.carried_to ?? ''}` }]),
  ];
}

const questionMax = 600;

/** «آیا با تصویب یکجای این موارد موافقید؟ …»: one question for the whole block, as long as it fits. */
export function blockQuestion(view: View, block: ItemId): string {
  const titles = consentParts(view, block).map((part) => part.title ?? '').filter(Boolean);
  return t().consent.question(titles.join('؛ ')).slice(0, questionMax);
}
