import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedVote, VoteForm } from '@/generated/protocol';
import { fromBase64, hashDigits, hex, sha256 } from '@/secret/bytes';
import { recount } from '@/secret/recount';
import { SecretVoter } from '@/secret/voter.svelte';
import { BallotServer, MemoryKeep, blinder } from './server';

const motion: VoteForm = { kind: 'motion', mode: 'secret', options: [] };
let server: BallotServer;
let list: PublishedVote;
const changed = (change: (vote: PublishedVote) => void): PublishedVote => {
  const vote = JSON.parse(JSON.stringify(list)) as PublishedVote;
  change(vote);
  return vote;
};
const faults = async (change: (vote: PublishedVote) => void) => (await recount(changed(change))).faults;

beforeAll(async () => {
  server = new BallotServer('0k3v9yq2rt', motion);
  for (const [at, choice] of (['approve', 'approve', 'against', 'abstain', 'approve'] as const).entries()) {
    server.person = `p${at}`;
    const voter = new SecretVoter('0k3v9yq2rt', server, blinder, new MemoryKeep());
    voter.follow({ key: server.key });
    await voter.choose(motion, { choice });
  }
  list = server.list();
}, 60_000);

describe('a recount in the browser', () => {
  it('finds every signature valid and the same numbers', async () => {
    const parts: number[] = [];
    const counted = await recount(list, (part) => parts.push(part));
    expect(counted.faults).toEqual([]);
    expect(counted.tally).toEqual({ approve: 3, against: 1, abstain: 1, not_cast: 0 });
    expect(counted.digest).toBe(list.digest);
    expect(counted.keyDigits).toBe(hashDigits(await sha256(fromBase64(server.key))));
    expect(counted.ballots.map((ballot) => ballot.hash)).toEqual(await Promise.all(list.ballots.map(async (ballot) => hex(await sha256(fromBase64(ballot.message))))));
  });

  it('notices a ballot whose choice was changed', async () => {
    const found = await faults((vote) => {
      const bytes = fromBase64(vote.ballots[0]!.message);
      bytes[32 + 14] = bytes[32 + 14] === 1 ? 2 : 1;
      vote.ballots[0]!.message = Buffer.from(bytes).toString('base64');
    });
    expect(found).toEqual(expect.arrayContaining(['signature', 'digest', 'tally']));
  });
  it('notices a ballot that is there twice, and one that is gone', async () => {
    expect(await faults((vote) => vote.ballots.splice(1, 0, vote.ballots[0]!))).toEqual(expect.arrayContaining(['duplicate', 'digest', 'cast']));
    expect(await faults((vote) => vote.ballots.pop())).toEqual(expect.arrayContaining(['digest', 'cast', 'tally']));
  });
  it('notices more ballots than were handed out', async () => {
    expect(await faults((vote) => vote.collectors.pop())).toEqual(['issued']);
    expect(await faults((vote) => (vote.issued = 4))).toEqual(['issued']);
  });
  it('notices another order, another digest, other numbers, and another key', async () => {
    expect(await faults((vote) => vote.ballots.reverse())).toEqual(expect.arrayContaining(['order', 'digest']));
    expect(await faults((vote) => (vote.digest = '0'.repeat(64)))).toEqual(['digest']);
    expect(await faults((vote) => vote.result.tally.approve++)).toEqual(['tally']);
    expect(await faults((vote) => (vote.key = 'AAAA'))).toEqual(expect.arrayContaining(['key', 'signature']));
  });
  it('does not fall over what is no base64', async () => {
    expect(await faults((vote) => (vote.ballots[0]!.message = '???'))).toEqual(expect.arrayContaining(['signature', 'ballot']));
  });
});

describe('of a ranking', () => {
  const options = ['الف', 'ب', 'پ'].map((title) => ({ title, withdrawn: title === 'پ' }));
  const ranking: VoteForm = { kind: 'ranking', mode: 'secret', options };
  it('the pairs are compared again', async () => {
    const box = new BallotServer('0k3v9yq2rt', ranking);
    for (const [at, marks] of [[1, 2, 0], [2, 1, 0], [1, 0, 0]].entries()) {
      box.person = `p${at}`;
      const voter = new SecretVoter('0k3v9yq2rt', box, blinder, new MemoryKeep());
      voter.follow({ key: box.key });
      await voter.choose(ranking, { choice: 'approve', marks });
    }
    const vote = box.list();
    vote.result = { ...vote.result, outcome: 'ranked', pairs: [[0, 2, 0], [1, 0, 0], [0, 0, 0]], options: [{ count: 1, place: 1, elected: false }, { count: 0, place: 2, elected: false }, { count: 0, elected: false }] };
    expect((await recount(vote)).faults).toEqual([]);
    expect((await recount(vote)).counts).toEqual([2, 1, 0]);
    vote.result.pairs![0]![1] = 3;
    expect((await recount(vote)).faults).toEqual(['tally']);
  });
});
