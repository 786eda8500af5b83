import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { Ballot, VoteForm, VoteId } from '@/generated/protocol';
import { base64, fromBase64, hex, sha256, type Bytes } from './bytes';
import { nonceBytes, writeBallot } from './paper';

// RSABSSA-SHA384-PSS-Randomized (RFC 9474), the voter's side. Runs in the worker: blinding takes a tenth of a second, on an old tablet more.

const suite = RSABSSA.SHA384.PSS.Randomized();

/** A ballot and what unblinds its signature. message: what will be cast; blinded: what the server signs; digest: of that. */
export interface Blinded {
  readonly ballot: Ballot;
  readonly message: string; // base64
  readonly blinded: string; // base64
  readonly inverse: string; // base64
  readonly digest: string; // SHA-256 of blinded, hexadecimal
}

export const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', fromBase64(key), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

export async function blind(key: string, vote: VoteId, form: VoteForm, ballot: Ballot): Promise<Blinded> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const message = suite.prepare(writeBallot(vote, form, ballot, nonce));
  const { blindedMsg, inv } = await suite.blind(await importKey(key), message);
  return { ballot, message: base64(message), blinded: base64(blindedMsg), inverse: base64(inv), digest: hex(await sha256(blindedMsg as Bytes)) };
}

/** The signature of the message itself; throws when what the server gave is not one. */
export async function unblind(key: string, paper: Blinded, signature: string): Promise<string> {
  return base64(await suite.finalize(await importKey(key), fromBase64(paper.message), fromBase64(signature), fromBase64(paper.inverse)));
}
