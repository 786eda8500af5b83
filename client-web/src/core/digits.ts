const persian = '۰۱۲۳۴۵۶۷۸۹';
const arabic = '٠١٢٣٤٥٦٧٨٩';

/** 0-9 in a text become Persian digits; everything else stays. */
export function toPersian(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) => persian.charAt(Number(digit)));
}

/** ۰-۹ and ٠-٩ become 0-9: people type on whatever keyboard they have. */
export function toAscii(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const place = persian.indexOf(digit);
    return String(place >= 0 ? place : arabic.indexOf(digit));
  });
}

/** A whole number as typed in any digits, or nothing. */
export function parseWhole(text: string): number | undefined {
  const ascii = toAscii(text).replace(/[\s٬,]/g, '');
  return /^\d{1,15}$/.test(ascii) ? Number(ascii) : undefined;
}
