const ones = ['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده', 'یازده', 'دوازده', 'سیزده', 'چهارده', 'پانزده', 'شانزده', 'هفده', 'هجده', 'نوزده'];
const tens = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'];
const hundreds = ['', 'صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد'];

/** A whole number from 1 to 999 999 in Persian words: بیست و یک. */
export function persianWords(value: number): string {
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  const under = rest % 100;
  const small = under < 20 ? [ones[under]] : [tens[Math.floor(under / 10)], ones[under % 10]];
  const thousand = thousands === 0 ? '' : thousands === 1 ? 'هزار' : `${persianWords(thousands)} هزار`;
  return [thousand, hundreds[Math.floor(rest / 100)], ...small].filter(Boolean).join(' و ');
}
