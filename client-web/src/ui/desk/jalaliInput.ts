import { toAscii } from '@/core/digits';

// Jalali dates and hours as they are typed («۱۴۰۲/۱۰/۱۴», «۹:۳۰»), turned into what the wire carries. Tehran has kept
// +03:30 all the year since 1401; older summers never come up in what a secretariat plans.

const day = 86_400_000;
const tehranOffset = 3.5 * 3_600_000;
const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });

interface Jalali {
  year: number;
  month: number;
  day: number;
}

function jalaliOf(utc: number): Jalali {
  const of = (type: string): number => Number(parts.formatToParts(utc).find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day') };
}

/** Days of the year before the given day: six months of 31, then of 30. */
const dayOfYear = (date: Jalali): number => (date.month - 1) * 31 - Math.max(0, date.month - 7) + date.day - 1;

/** Midnight UTC of the Gregorian day, found from a near guess by what the platform's own calendar says of it. */
function utcOf(date: Jalali): number | undefined {
  let guess = Date.UTC(date.year + 621, 2, 21) + dayOfYear(date) * day;
  for (let step = 0; step < 3; step += 1) {
    const seen = jalaliOf(guess);
    if (seen.year === date.year && seen.month === date.month && seen.day === date.day) return guess;
    guess += seen.year === date.year ? (dayOfYear(date) - dayOfYear(seen)) * day : (date.year - seen.year) * day;
  }
  return undefined;
}

// Phones show a pad of digits alone: what they cannot type may be left out.
const marked = /^(\d{4})\s*[/\-.]\s*(\d{1,2})\s*[/\-.]\s*(\d{1,2})$/;
const unmarked = /^(\d{4})(\d{2})(\d{2})$/;

/** "2024-01-04" for «۱۴۰۲/۱۰/۱۴», in any digits, with / - or . between, or «۱۴۰۲۱۰۱۴»; nothing for a day that does not exist. */
export function parseJalaliDate(typed: string): string | undefined {
  const text = toAscii(typed).trim();
  const match = marked.exec(text) ?? unmarked.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1300 || year > 1500 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  const utc = utcOf({ year, month, day: dayOfMonth });
  return utc === undefined ? undefined : new Date(utc).toISOString().slice(0, 10);
}

/** Milliseconds since midnight for «۹:۳۰», «۹۳۰» or «۹». */
export function parseHour(typed: string): number | undefined {
  const match = /^(\d{1,2}?)(?:\s*[:.]?\s*(\d{2}))?$/.exec(toAscii(typed).trim());
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  return hour < 24 && minute < 60 ? (hour * 60 + minute) * 60_000 : undefined;
}

/** The instant of an hour of Tehran on a day "2024-01-04". */
export function tehranInstant(date: string, sinceMidnight: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + sinceMidnight - tehranOffset).toISOString();
}

const two = (number: number): string => String(number).padStart(2, '0');

/** As a field shows it again, in ASCII digits: 1402/10/14. */
export function typedJalali(date: string): string {
  const { year, month, day: dayOfMonth } = jalaliOf(Date.parse(`${date}T00:00:00Z`));
  return `${year}/${two(month)}/${two(dayOfMonth)}`;
}

/** Day and hour in Tehran of an instant, for the fields of a meeting. */
export function tehranFields(instant: string): { date: string; hour: string } {
  const local = new Date(Date.parse(instant) + tehranOffset).toISOString();
  return { date: typedJalali(local.slice(0, 10)), hour: local.slice(11, 16) };
}
