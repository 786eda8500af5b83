import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ballot, Choice, VoteForm, VoteKind } from '@/generated/protocol';
import { base64, fromBase64, fromHex, hashDigits, hex, inFours, joined, sha256 } from '@/secret/bytes';
import { ballotBytes, messageBytes, readMessage, writeBallot } from '@/secret/paper';

const motion: VoteForm = { kind: 'motion', mode: 'secret', options: [] };
const points: VoteForm = { kind: 'points', mode: 'secret', points: 10, options: ['الف', 'ب', 'پ'].map((title) => ({ title, withdrawn: false })) };
const vote = '0k3v9yq2rt';
const nonce = Uint8Array.from({ length: 16 }, (_, at) => at + 1);

interface Vector {
  why: string;
  vote: string;
  kind: VoteKind;
  options: number;
  choice?: Choice;
  marks?: number[];
  nonce?: string;
  prefix?: string;
  ballot: string;
  hash?: string;
  receipt?: string;
}
const file = JSON.parse(readFileSync(new URL('../../../protocol/ballot_vectors.json', import.meta.url), 'utf8')) as { vectors: Vector[]; refused: Vector[] };
const formOf = ({ kind, options }: Vector): VoteForm => ({ kind, mode: 'secret', options: Array.from({ length: options }, (_, at) => ({ title: String(at), withdrawn: false })) });

describe('the bytes that server and client share', () => {
  it.each(file.vectors)('are written and read the same: $why', async (vector) => {
    const ballot: Ballot = { choice: vector.choice!, ...(vector.marks ? { marks: vector.marks } : {}) };
    const paper = writeBallot(vector.vote, formOf(vector), ballot, fromHex(vector.nonce!));
    expect(hex(paper)).toBe(vector.ballot);
    const message = joined(fromHex(vector.prefix!), paper);
    expect(readMessage(message, vector.vote, formOf(vector))).toEqual(ballot);
    const hash = await sha256(message);
    expect(hex(hash)).toBe(vector.hash);
    expect(inFours(hashDigits(hash)).join(' ')).toBe(vector.receipt);
  });
  it.each(file.refused)('are no ballot: $why', (vector) => {
    expect(readMessage(joined(new Uint8Array(32), fromHex(vector.ballot)), voteIn(vector.ballot), formOf(vector))).toBeUndefined();
  });
});

describe('a ballot paper', () => {
  it('is as long whatever it says', () => {
    for (const ballot of [{ choice: 'approve' }, { choice: 'abstain' }] as Ballot[]) expect(writeBallot(vote, motion, ballot, nonce).length).toBe(ballotBytes);
    expect(writeBallot(vote, points, { choice: 'approve', marks: [7, 0, 3] }, nonce).length).toBe(ballotBytes);
    expect(ballotBytes).toBe(50);
    expect(messageBytes).toBe(82);
  });
  it('says what it is, of which vote, and what was chosen', () => {
    const paper = writeBallot(vote, points, { choice: 'approve', marks: [7, 0, 3] }, nonce);
    expect(hex(paper)).toBe(`54414c415231${idOf(vote).toString(16).padStart(16, '0')}070003${'00'.repeat(17)}${hex(nonce)}`);
  });
  it('is read back only where every byte is as it was written', () => {
    const prefix = new Uint8Array(32);
    const message = joined(prefix, writeBallot(vote, points, { choice: 'approve', marks: [7, 0, 3] }, nonce));
    expect(readMessage(message, vote, points)).toEqual({ choice: 'approve', marks: [7, 0, 3] });
    expect(readMessage(message, '1k3v9yq2rt', points)).toBeUndefined();
    expect(readMessage(message.subarray(1), vote, points)).toBeUndefined();
    const padded = Uint8Array.from(message);
    padded[32 + 14 + 3] = 1;
    expect(readMessage(padded, vote, points)).toBeUndefined();
    const choice = joined(prefix, writeBallot(vote, motion, { choice: 'against' }, nonce));
    expect(readMessage(choice, vote, motion)).toEqual({ choice: 'against' });
    choice[32 + 14] = 4;
    expect(readMessage(choice, vote, motion)).toBeUndefined();
  });
});

describe('bytes', () => {
  it('go there and back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(fromBase64(base64(bytes))).toEqual(bytes);
    expect(fromHex(hex(bytes))).toEqual(bytes);
  });
  it('are read to each other in sixteen digits', () => {
    expect(hashDigits(fromHex('ffffffffffffffff00'))).toBe((0xffffffffffffffffn % 10n ** 16n).toString());
    expect(hashDigits(fromHex('0000000000000005ab'))).toBe('0000000000000005');
    expect(inFours('0123456789012345')).toEqual(['0123', '4567', '8901', '2345']);
  });
});

/** The vote that a ballot says it is of, so that nothing else is wrong with it. */
function voteIn(ballot: string): string {
  const value = BigInt(`0x0${ballot.slice(12, 28)}`);
  return Array.from({ length: 10 }, (_, at) => '0123456789abcdefghjkmnpqrstvwxyz'[Number((value >> BigInt(5 * (9 - at))) & 31n)]).join('');
}

function idOf(id: string): bigint {
  return [...id].reduce((value, letter) => value * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(letter)), 0n);
}
