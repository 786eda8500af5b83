// The way in, as decisions without a screen: what to send, what an answer means, what to tell the person.
import type { Problem, SignIn, SignedIn } from '@/generated/protocol';

export type Credential = { token: string } | { code: string };
export type Step =
  | { kind: 'credential' }
  | { kind: 'passphrase'; mode: 'set' | 'give'; credential: Credential; name: string | undefined }
  | { kind: 'done'; signedIn: SignedIn };

/** What went wrong, in the person's terms. A wrong code and an expired one are alike on purpose. */
export type Trouble =
  | { kind: 'refused' | 'passphrase_refused' | 'too_short' | 'different' | 'offline' | 'server' }
  | { kind: 'limited'; until: number };

export const passphraseMin = 8;

export function request(credential: Credential, deviceName: string, passphrase?: string): SignIn {
  return { ...credential, device_name: deviceName, ...(passphrase === undefined ? {} : { passphrase }) };
}

export function stepAfter(answer: SignedIn, credential: Credential): Step {
  if (answer.passphrase === 'none') return { kind: 'done', signedIn: answer };
  return { kind: 'passphrase', mode: answer.passphrase, credential, name: answer.name };
}

/** The fault of a passphrase before it is sent; code points, as the server counts. */
export function passphraseFault(mode: 'set' | 'give', first: string, again: string): Trouble | undefined {
  if (mode === 'give') return undefined;
  if ([...first].length < passphraseMin) return { kind: 'too_short' };
  return first === again ? undefined : { kind: 'different' };
}

/** Status 0 is the client's own: there was no answer at all. */
export function troubleAfter(problem: Problem, now: number): Trouble {
  if (problem.status === 0) return { kind: 'offline' };
  if (problem.status === 429) return { kind: 'limited', until: now + (problem.retry_after_seconds ?? 60) * 1000 };
  if (problem.status >= 500) return { kind: 'server' };
  if (problem.code === 'wrong_passphrase') return { kind: 'passphrase_refused' };
  return { kind: problem.code === 'passphrase_too_short' ? 'too_short' : 'refused' };
}
