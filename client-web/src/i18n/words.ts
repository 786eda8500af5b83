import type {
  Base, Choice, Fairness, ItemKind, ItemState, Majority, MeetingState, OriginKind, Outcome, PointOfOrder, Presence, ProposalState,
  Role, Seat, SpeechKind, Stance, Visibility,
} from '@/generated/protocol';
import { digits, messages } from './language.svelte';

/** The words of the protocol's enumerations, as screens of every role show them. */
export const words = messages({
  fa: {
    seat: {
      president: 'رئیس',
      vice_president: 'قائم‌مقام',
      deputy: 'معاون شهردار',
      district_mayor: 'شهردار منطقه',
      council_representative: 'نمایندهٔ شورا',
      expert: 'نخبه',
      guest: 'مهمان',
      secretary: 'دبیرخانه',
    } as Record<Seat, string>,
    role: {
      chair: 'رئیس جلسه',
      staff: 'دبیرخانه',
      member: 'عضو',
      guest: 'مهمان',
      observer: 'ناظر',
      display: 'نمایشگر تالار',
      kiosk: 'تبلت ورودی تالار',
      system: 'سامانه',
    } as Record<Role, string>,
    speech: { speech: 'سخن', question: 'پرسش', reply: 'پاسخ', point_of_order: 'اخطار', presentation: 'ارائه' } as Record<SpeechKind, string>,
    stance: { for: 'موافق', against: 'مخالف', neutral: 'بی‌طرف' } as Record<Stance, string>,
    point: { procedure: 'شیوهٔ ادارهٔ جلسه', rights: 'حق عضو', fact: 'تصحیح خلاف واقع' } as Record<PointOfOrder, string>,
    fairness: {
      arrival: 'به ترتیب درخواست',
      first_timers: 'نخست کسانی که هنوز سخن نگفته‌اند',
      least_time: 'نخست کسانی که کمتر سخن گفته‌اند',
      alternate_stances: 'موافق و مخالف یک‌درمیان',
      alternate_groups: 'گروه‌ها یک‌درمیان',
    } as Record<Fairness, string>,
    choice: { approve: 'موافق', against: 'مخالف', abstain: 'ممتنع' } as Record<Choice, string>,
    outcome: { adopted: 'تصویب شد', rejected: 'تصویب نشد', tied: 'آرا برابر شد' } as Record<Outcome, string>,
    presence: { absent: 'غایب', excused: 'غایب موجه', unexcused: 'غایب غیرموجه', present: 'حاضر', out: 'خارج شده' } as Record<Presence, string>,
    itemKind: {
      opening: 'آغاز جلسه',
      report: 'گزارش',
      discussion: 'گفتگو',
      decision: 'تصمیم',
      priorities: 'اولویت‌بندی',
      information: 'اطلاع',
      consent: 'تصویب یکجا',
    } as Record<ItemKind, string>,
    itemState: {
      planned: 'در پیش',
      active: 'در دست بررسی',
      done: 'پایان‌یافته',
      deferred: 'به بعد موکول شد',
      withdrawn: 'از دستور خارج شد',
    } as Record<ItemState, string>,
    meetingState: {
      drafted: 'پیش‌نویس',
      convened: 'دعوت‌شده',
      open: 'در حال برگزاری',
      recess: 'تنفس',
      closed: 'پایان‌یافته',
      not_held: 'تشکیل نشد',
    } as Record<MeetingState, string>,
    origin: { standing: 'ثابت', carried_over: 'مانده از جلسهٔ پیش', proposal: 'پیشنهاد', referral: 'ارجاع', report: 'گزارش' } as Record<OriginKind, string>,
    visibility: { inside: 'اعضا', everyone: 'همگان' } as Record<Visibility, string>,
    proposalState: {
      submitted: 'در انتظار بررسی',
      accepted: 'در دستور جلسه',
      merged: 'در بندی دیگر',
      declined: 'پذیرفته نشد',
      withdrawn: 'پس گرفته شد',
    } as Record<ProposalState, string>,
    base: {
      valid: 'آرای موافق و مخالف',
      cast: 'آرای داده‌شده',
      present: 'حاضران',
      entitled: 'دارندگان حق رأی',
      members: 'همهٔ اعضای دارای حق رأی',
    } as Record<Base, string>,
  },
  en: {
    seat: {
      president: 'President',
      vice_president: 'Vice president',
      deputy: 'Deputy mayor',
      district_mayor: 'District mayor',
      council_representative: 'Council representative',
      expert: 'Expert',
      guest: 'Guest',
      secretary: 'Secretariat',
    },
    role: {
      chair: 'Chair',
      staff: 'Secretariat',
      member: 'Member',
      guest: 'Guest',
      observer: 'Observer',
      display: 'Hall display',
      kiosk: 'Tablet at the door',
      system: 'System',
    },
    speech: { speech: 'Speech', question: 'Question', reply: 'Reply', point_of_order: 'Point of order', presentation: 'Presentation' },
    stance: { for: 'For', against: 'Against', neutral: 'Neutral' },
    point: { procedure: 'Procedure', rights: 'Rights of a member', fact: 'Mistake of fact' },
    fairness: {
      arrival: 'In order of asking',
      first_timers: 'Those first who have not spoken yet',
      least_time: 'Those first who have spoken least',
      alternate_stances: 'For and against in turns',
      alternate_groups: 'Groups in turns',
    },
    choice: { approve: 'Approve', against: 'Against', abstain: 'Abstain' },
    outcome: { adopted: 'Adopted', rejected: 'Not adopted', tied: 'Tied' },
    presence: { absent: 'Absent', excused: 'Excused', unexcused: 'Unexcused', present: 'Present', out: 'Out of the hall' },
    itemKind: {
      opening: 'Opening',
      report: 'Report',
      discussion: 'Discussion',
      decision: 'Decision',
      priorities: 'Priorities',
      information: 'Information',
      consent: 'Consent block',
    },
    itemState: { planned: 'To come', active: 'Now', done: 'Done', deferred: 'Deferred', withdrawn: 'Withdrawn' },
    meetingState: {
      drafted: 'Draft',
      convened: 'Convened',
      open: 'In session',
      recess: 'Recess',
      closed: 'Closed',
      not_held: 'Not held',
    },
    origin: { standing: 'Standing', carried_over: 'Carried over', proposal: 'Proposal', referral: 'Referral', report: 'Report' },
    visibility: { inside: 'Members', everyone: 'Everybody' },
    proposalState: { submitted: 'Waiting', accepted: 'On the agenda', merged: 'Part of another item', declined: 'Declined', withdrawn: 'Withdrawn' },
    base: {
      valid: 'votes for and against',
      cast: 'votes cast',
      present: 'those present',
      entitled: 'those entitled to vote',
      members: 'all voting members',
    },
  },
});

const shares = messages({
  fa: {
    simple: 'اکثریت ساده',
    absolute: 'اکثریت مطلق',
    two_thirds: 'دو سوم',
    three_quarters: 'سه چهارم',
    atLeast: (part: string) => part,
    moreThan: (part: string) => `بیش از ${part}`,
  },
  en: {
    simple: 'simple majority',
    absolute: 'absolute majority',
    two_thirds: 'two thirds',
    three_quarters: 'three quarters',
    atLeast: (part: string) => part,
    moreThan: (part: string) => `more than ${part}`,
  },
});

/** «دو سوم», «اکثریت ساده», «بیش از ۳⁄۵». */
export function share(majority: Majority): string {
  const t = shares();
  if (majority.kind !== 'fraction') return t[majority.kind];
  const { numerator = 1, denominator = 2, comparison = 'at_least' } = majority.fraction ?? {};
  const part = digits(`${numerator}⁄${denominator}`);
  return comparison === 'more_than' ? t.moreThan(part) : t.atLeast(part);
}
