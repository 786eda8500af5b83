// Bytes as they travel: base64 (RFC 4648, section 4), hexadecimal, SHA-256, and the digits that people compare.

export type Bytes = Uint8Array<ArrayBuffer>;

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const fromHex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

const digitsMax = 10n ** 16n;

/** A hash in sixteen decimal digits, which people can read to each other in any language: its first eight bytes modulo 10^16. */
export function hashDigits(hash: Uint8Array): string {
  const number = new DataView(hash.buffer, hash.byteOffset, 8).getBigUint64(0);
  return (number % digitsMax).toString().padStart(16, '0');
}

export const inFours = (digits: string): string[] => digits.match(/.{4}/g) ?? [];

/** Secret votes need the browser's cryptography, which it offers on https and on localhost only. */
export const canVoteSecretly = (): boolean => globalThis.isSecureContext !== false && globalThis.crypto?.subtle !== undefined;
