import type { Ahead, Ground, SpeechKind } from '@/generated/protocol';
import { persianWords } from './numerals';

// Why somebody stands where they stand, as one sentence: «دو نفر پیش از شما: یکی اخطار دارد، یکی هنوز سخن نگفته است.»

export type Tongue = 'fa' | 'en';
/** Whom the sentence is told: the person who waits, or the chair about that person. */
export type Told = 'you' | 'them';

/** How many of all those before, in their own words; alone: nobody else is before for another reason, so nobody need be told apart. */
interface Part {
  who: string;
  many: boolean;
  alone: boolean;
  kind: SpeechKind;
}
type Phrases = Record<Ground, (part: Part) => string>;

const has: Record<SpeechKind, string> = { speech: 'نوبت سخن', question: 'پرسش', reply: 'پاسخ', point_of_order: 'اخطار', presentation: 'ارائه' };
const subject = ({ who, alone }: Part): string => (alone ? '' : `${who} `);
const verb = (one: string, more: string) => (part: Part): string => `${subject(part)}${part.many ? more : one}`;

const persian: Phrases = {
  placed_by_chair: (part) => `${part.alone ? (part.many ? 'آنان' : 'ایشان') : part.who} را رئیس جلسه جلوتر آورده است`,
  kind: (part) => `${subject(part)}${has[part.kind]} ${part.many ? 'دارند' : 'دارد'}`,
  point: (part) => `اخطار ${part.alone ? (part.many ? 'آنان' : 'ایشان') : part.who} مقدم است`,
  waited_long: verb('بیش از اندازه در صف مانده است', 'بیش از اندازه در صف مانده‌اند'),
  first_time: verb('هنوز سخن نگفته است', 'هنوز سخن نگفته‌اند'),
  less_time: verb('کمتر سخن گفته است', 'کمتر سخن گفته‌اند'),
  other_stance: verb('برای توازن موافق و مخالف پیش افتاده است', 'برای توازن موافق و مخالف پیش افتاده‌اند'),
  other_group: verb('برای توازن گروه‌ها پیش افتاده است', 'برای توازن گروه‌ها پیش افتاده‌اند'),
  asked_earlier: verb('زودتر درخواست کرده است', 'زودتر درخواست کرده‌اند'),
};

const raises: Record<SpeechKind, string> = {
  speech: 'a speech',
  question: 'a question',
  reply: 'a reply',
  point_of_order: 'a point of order',
  presentation: 'a presentation',
};
const english: Phrases = {
  placed_by_chair: (part) => `${subject(part)}${part.many ? 'were' : 'was'} put there by the chair`,
  kind: (part) => `${subject(part)}${part.many ? 'have' : 'has'} ${raises[part.kind]}`,
  point: (part) => `${subject(part)}${part.many ? 'have' : 'has'} a more pressing point of order`,
  waited_long: verb('has waited long', 'have waited long'),
  first_time: verb('has not spoken yet', 'have not spoken yet'),
  less_time: verb('has spoken less', 'have spoken less'),
  other_stance: verb('balances for and against', 'balance for and against'),
  other_group: verb('balances the groups', 'balance the groups'),
  asked_earlier: verb('asked earlier', 'asked earlier'),
};

const tongues = {
  fa: {
    phrases: persian,
    who: (people: number) => (people === 1 ? 'یکی' : `${persianWords(people)} نفر`),
    head: (people: number, told: Told) => `${persianWords(people)} نفر پیش از ${told === 'you' ? 'شما' : 'ایشان'}`,
    comma: '، ',
  },
  en: {
    phrases: english,
    who: (people: number) => (people === 1 ? 'one' : String(people)),
    head: (people: number, told: Told) => `${people} before ${told === 'you' ? 'you' : 'them'}`,
    comma: ', ',
  },
};

/** The sentence, or nothing for whoever is called next. */
export function why(ahead: readonly Ahead[], tongue: Tongue, told: Told): string | undefined {
  const before = ahead.filter((group) => group.people > 0);
  const people = before.reduce((sum, group) => sum + group.people, 0);
  if (people === 0) return undefined;
  const { phrases, who, head, comma } = tongues[tongue];
  const said = before.map((group) =>
    phrases[group.ground]({ who: who(group.people), many: group.people > 1, alone: before.length === 1, kind: group.kind ?? 'speech' }),
  );
  return `${head(people, told)}: ${said.join(comma)}.`;
}
