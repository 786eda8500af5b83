import type { Choice, ItemKind, ItemState, Majority, Base, MeetingState, Presence, Role, Seat, SpeechKind, Outcome } from '@/generated/protocol';
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
      system: 'سامانه',
    } as Record<Role, string>,
    speech: { speech: 'سخن', reply: 'پاسخ', point_of_order: 'تذکر آیین‌نامه‌ای' } as Record<SpeechKind, string>,
    choice: { approve: 'موافق', against: 'مخالف', abstain: 'ممتنع' } as Record<Choice, string>,
    outcome: { adopted: 'تصویب شد', rejected: 'تصویب نشد', tied: 'آرا برابر شد' } as Record<Outcome, string>,
    presence: { absent: 'غایب', excused: 'غایب موجه', present: 'حاضر', out: 'خارج شده' } as Record<Presence, string>,
    itemKind: {
      opening: 'آغاز جلسه',
      report: 'گزارش',
      discussion: 'گفتگو',
      decision: 'تصمیم',
      priorities: 'اولویت‌بندی',
      information: 'اطلاع',
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
      system: 'System',
    },
    speech: { speech: 'Speech', reply: 'Reply', point_of_order: 'Point of order' },
    choice: { approve: 'Approve', against: 'Against', abstain: 'Abstain' },
    outcome: { adopted: 'Adopted', rejected: 'Not adopted', tied: 'Tied' },
    presence: { absent: 'Absent', excused: 'Excused', present: 'Present', out: 'Out of the hall' },
    itemKind: {
      opening: 'Opening',
      report: 'Report',
      discussion: 'Discussion',
      decision: 'Decision',
      priorities: 'Priorities',
      information: 'Information',
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
