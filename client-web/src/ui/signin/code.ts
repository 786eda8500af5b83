// What a person brings to the door: a typed code, a link, or the text of a scanned QR code.
// Digits fold from Persian and Arabic; everything that people put between them is dropped.

import { toAscii } from '@/core/digits';

export const codeLength = 6;

/** At most six ASCII digits of whatever was typed or pasted. */
export function codeDigits(typed: string): string {
  return toAscii(typed).replace(/[^0-9]/g, '').slice(0, codeLength);
}

/** The token of an invitation's link (`/join#token`), or nothing when the address is not one of ours. */
export function tokenOf(address: string, origin: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim(), origin);
  } catch {
    return undefined;
  }
  if (url.origin !== origin || url.pathname !== '/join') return undefined;
  return tokenOfFragment(url.hash);
}

export function tokenOfFragment(hash: string): string | undefined {
  const token = hash.replace(/^#/, '');
  return /^[\w-]{8,64}$/.test(token) ? token : undefined;
}
