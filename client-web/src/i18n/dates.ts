import type { Date as PlainDate, Instant } from '@/generated/protocol';
import { language, messages, digits } from './language.svelte';

// Dates are Jalali and hours Tehran's, whatever the device believes. Built from parts: chromium puts the parts of a full Persian
// date into a wrong order.

const zone = 'Asia/Tehran';
const jalali = new Intl.DateTimeFormat('fa-IR-u-ca-persian-nu-arabext', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const jalaliNumeric = new Intl.DateTimeFormat('fa-IR-u-ca-persian-nu-arabext', { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const english = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const englishNumeric = new Intl.DateTimeFormat('en-CA', { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const hours = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

type Moment = Instant | number | PlainDate;
/** full: «پنجشنبه ۷ دی ۱۴۰۲»; long: «۷ دی ۱۴۰۲»; short: «۱۴۰۲/۱۰/۰۷» for tables. */
export type DateStyle = 'full' | 'long' | 'short';

function partsOf(format: Intl.DateTimeFormat, moment: Moment): Record<string, string> {
  // A plain day is meant in Tehran: its noon is the same day there.
  const at = typeof moment === 'string' && /^\d{4}-\d\d-\d\d$/.test(moment) ? Date.parse(`${moment}T12:00:00+03:30`) : new Date(moment).getTime();
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

export function formatJalali(moment: Moment, style: DateStyle = 'full'): string {
  if (style === 'short') {
    const { year, month, day } = partsOf(jalaliNumeric, moment);
    return `${year}/${month}/${day}`;
  }
  const { weekday, day, month, year } = partsOf(jalali, moment);
  return [style === 'full' ? weekday : '', day, month, year].filter(Boolean).join(' ');
}

/** The date in the language in use: Jalali in Persian, Gregorian in English. */
export function date(moment: Moment, style: DateStyle = 'full'): string {
  if (language.current === 'fa') return formatJalali(moment, style);
  const { weekday, day, month, year } = partsOf(style === 'short' ? englishNumeric : english, moment);
  if (style === 'short') return `${year}-${month}-${day}`;
  return [style === 'full' ? weekday : '', day, month, year].filter(Boolean).join(' ');
}

/** Hour and minute, 24 hours, Tehran: ۹:۰۵, ۱۸:۳۰; with seconds for receipts: ۱۱:۰۳:۲۸. */
export function time(moment: Moment, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const { hour, minute, second } = partsOf(hours, moment);
  return digits([Number(hour), minute, ...(precision === 'seconds' ? [second] : [])].join(':'));
}

/** A running clock: ۱:۲۴, ۱:۰۲:۰۵; below zero with a minus: −۰:۰۷. */
export function clock(seconds: number): string {
  const all = Math.abs(Math.trunc(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hour = Math.floor(all / 3600);
  const rest = `${hour ? two(Math.floor((all % 3600) / 60)) : Math.floor(all / 60)}:${two(all % 60)}`;
  return `${seconds < 0 ? '−' : ''}${digits(hour ? `${hour}:${rest}` : rest)}`;
}

const units = messages({
  fa: {
    minutes: (n: number) => `${digits(n)} دقیقه`,
    seconds: (n: number) => `${digits(n)} ثانیه`,
    hours: (n: number) => `${digits(n)} ساعت`,
    and: ' و ',
  },
  en: {
    minutes: (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
    seconds: (n: number) => `${n} ${n === 1 ? 'second' : 'seconds'}`,
    hours: (n: number) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
    and: ' and ',
  },
});

/** A length of time in words: «۳ دقیقه», «۲ دقیقه و ۳۰ ثانیه», «۱ ساعت و ۵ دقیقه» (seconds are left out from an hour on). */
export function duration(millis: number): string {
  const t = units();
  const all = Math.max(0, Math.round(millis / 1000));
  const hour = Math.floor(all / 3600);
  const minute = Math.floor((all % 3600) / 60);
  const second = hour ? 0 : all % 60;
  const parts = [hour ? t.hours(hour) : '', minute ? t.minutes(minute) : '', second || all === 0 ? t.seconds(second) : ''];
  return parts.filter(Boolean).join(t.and);
}

/** Whole minutes in words, at least one. */
export const minutes = (millis: number): string => units().minutes(Math.max(1, Math.round(millis / 60_000)));
