// Rosters and agendas of any size, for `talar import`. As a program: people.mjs COUNT appends so many rows to the demo's roster.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const first = ['مریم', 'علی', 'زهرا', 'محمد', 'فاطمه', 'حسین', 'سارا', 'رضا', 'نرگس', 'مهدی', 'لیلا', 'امیر', 'پروین', 'بهرام', 'شیرین', 'کاوه', 'مینا', 'آرش', 'پریسا', 'سیاوش', 'نازنین', 'فرهاد', 'گلناز', 'کیوان', 'الهام']
const last = ['گیلانی', 'رشتی', 'پورمحمدی', 'کاظمی', 'رضایی', 'صفری', 'لاهیجی', 'حسینی', 'موسوی', 'شریفی', 'قاسمی', 'میرزایی', 'نوری', 'یوسفی', 'انزلی‌پور', 'فومنی', 'صادقی', 'رحیمی', 'جعفری', 'توکلی']
const middle = ['', 'زاده', '‌نژاد', '‌فر']
const men = new Set(['علی', 'محمد', 'حسین', 'رضا', 'مهدی', 'امیر', 'بهرام', 'کاوه', 'آرش', 'سیاوش', 'فرهاد', 'کیوان'])

/** The person number `i`, never the same twice among four thousand. */
export function name(i) {
  const given = first[i % first.length]
  const family = last[Math.floor(i / first.length) % last.length]
  const ending = middle[Math.floor(i / (first.length * last.length)) % middle.length]
  const round = Math.floor(i / (first.length * last.length * middle.length))
  return `${men.has(given) ? 'آقای' : 'خانم'} ${given} ${family}${ending}${round ? ` (${round + 1})` : ''}`
}

const head = 'ردیف,عنوان,حوزه,جایگاه,حق رأی'

/** A president, a secretary and `members` with a vote. */
export function roster(members) {
  const rows = ['شهردار رشت,مدیریت شهری,رئیس,دارد', 'مدیر دبیرخانه,دبیرخانه,رئیس دبیرخانه,ندارد']
  for (let i = 0; i < members; ++i) rows.push(`${name(i)},شهر,نخبه,دارد`)
  return [head, ...rows.map((row, i) => `${i + 1},${row}`)].join('\n') + '\n'
}

/** A hall with so many agenda items of a usual length. */
export function chamber(items) {
  const agenda = Array.from({ length: items }, (_, i) => ({
    title: `بررسی پیشنهاد شمارهٔ ${i + 1}: بهسازی پیاده‌راه‌ها و رودخانه‌های شهر رشت در سال آینده`,
    kind: 'decision',
    minutes: 10,
  }))
  return JSON.stringify({
    name: { fa: 'اتاق سنجش', en: 'Bench' },
    kind: 'chamber',
    place: { fa: 'تالار گفتگو' },
    timezone: 'Asia/Tehran',
    meets: { weekday: 'thursday', time: '09:00', minutes: 150 },
    first_session: { starts: '2026-01-01T05:30:00Z', agenda },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const demo = readFileSync(fileURLToPath(new URL('../../../server/demo/roster.csv', import.meta.url)), 'utf8').trimEnd()
  const rows = demo.split('\n').length - 1
  const more = Array.from({ length: Number(process.argv[2]) }, (_, i) => `${rows + i + 1},${name(i)},شهر,نخبه,دارد`)
  console.log([demo, ...more].join('\n'))
}
