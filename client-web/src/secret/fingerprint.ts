import { canVoteSecretly, fromBase64, hashDigits, inFours, sha256 } from './bytes';

/** The public key of a vote in sixteen digits, in fours, to be compared with the hall's screen; nothing without the browser's cryptography. */
export async function fingerprint(key: string | undefined): Promise<string[] | undefined> {
  if (key === undefined || !canVoteSecretly()) return undefined;
  return inFours(hashDigits(await sha256(fromBase64(key))));
}
