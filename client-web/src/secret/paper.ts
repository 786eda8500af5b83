import type { Ballot, Choice, VoteForm, VoteId } from '@/generated/protocol';
import { joined, type Bytes } from './bytes';

// A secret ballot in bytes, as protocol/ballot_paper.hpp lays it out: "TALAR1", the vote's id, twenty bytes of choice, sixteen random.

const head = new TextEncoder().encode('TALAR1');
const idBytes = 8;
const choiceAt = head.length + idBytes;
const choiceBytes = 20;
export const nonceBytes = 16;
export const prefixBytes = 32;
export const ballotBytes = choiceAt + choiceBytes + nonceBytes;
export const messageBytes = prefixBytes + ballotBytes;

const choices: readonly (Choice | undefined)[] = [undefined, 'approve', 'against', 'abstain'];
const pointsMax = 100;
const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** The number behind an id: ten digits of Crockford's base 32. */
function idValue(id: VoteId): bigint {
  let value = 0n;
  for (const letter of id) {
    const digit = base32.indexOf(letter);
    if (digit < 0) throw new RangeError(`no id: ${id}`);
    value = value * 32n + BigInt(digit);
  }
  return value;
}

export function writeBallot(vote: VoteId, form: VoteForm, ballot: Ballot, nonce: Uint8Array): Bytes {
  const id = new Uint8Array(idBytes);
  new DataView(id.buffer).setBigUint64(0, idValue(vote));
  const says = new Uint8Array(choiceBytes);
  if (form.kind === 'motion') says[0] = choices.indexOf(ballot.choice);
  else says.set(ballot.marks ?? []);
  return joined(head, id, says, nonce);
}

/** What a prepared message says; nothing when it is not one of this vote, byte for byte. */
export function readMessage(message: Uint8Array, vote: VoteId, form: VoteForm): Ballot | undefined {
  if (message.length !== messageBytes) return undefined;
  const paper = message.subarray(prefixBytes);
  const said = paper.subarray(choiceAt, choiceAt + choiceBytes);
  const used = form.kind === 'motion' ? 1 : form.options.length;
  if (said.subarray(used).some((byte) => byte !== 0)) return undefined;
  const ballot = ballotIn(said, form);
  if (!ballot) return undefined;
  const again = writeBallot(vote, form, ballot, paper.subarray(ballotBytes - nonceBytes));
  return again.every((byte, at) => byte === paper[at]) ? ballot : undefined;
}

function ballotIn(said: Uint8Array, form: VoteForm): Ballot | undefined {
  if (form.kind === 'motion') {
    const choice = choices[said[0] ?? 0];
    return choice && { choice };
  }
  const marks = Array.from(said.subarray(0, form.options.length));
  if (marks.some((mark) => mark > pointsMax)) return undefined;
  return { choice: marks.some((mark) => mark > 0) ? 'approve' : 'abstain', marks };
}
