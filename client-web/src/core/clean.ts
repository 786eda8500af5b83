// What the hall takes in no text (protocol/json_in.cpp: forbidden): control characters other than line feed, which pasting brings
// from tables, the marks that turn the direction of what stands around them, which pasting brings from everywhere, and what is no
// character.

const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/u;
const each = new RegExp(forbidden, 'gu');

export const isForbidden = (char: string): boolean => forbidden.test(char);

/** A mark goes; what may have parted two words becomes a blank. */
export const cleaned = (text: string): string => text.replace(each, (char) => (char > '\u009f' ? '' : ' '));
