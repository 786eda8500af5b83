import { beforeEach, describe, expect, it } from 'vitest';
import type { VoteForm } from '@/generated/protocol';
import { digestOf } from '@/secret/kept';
import { backoff, castAt, SecretVoter } from '@/secret/voter.svelte';
import { BallotServer, MemoryKeep, blinder, problem } from './server';

const motion: VoteForm = { kind: 'motion', mode: 'secret', options: [] };
let server: BallotServer;
let keep: MemoryKeep;

beforeEach(() => {
  server = new BallotServer('0k3v9yq2rt', motion);
  keep = new MemoryKeep();
});

/** The page as it is after a reload: all it knows is what was kept. */
function page(collected = server.issued.get(server.person)): SecretVoter {
  const voter = new SecretVoter('0k3v9yq2rt', server, blinder, keep);
  voter.follow({ key: server.key });
  voter.collected = collected;
  return voter;
}

describe('a secret ballot', () => {
  it('is collected, waits, is cast, and is found in the published list', async () => {
    const voter = page();
    await voter.prepare(motion, [{ choice: 'approve' }, { choice: 'against' }, { choice: 'abstain' }]);
    await voter.choose(motion, { choice: 'against' });
    expect(voter.kept?.step).toBe('cast');
    expect(server.waits).toEqual([4000]);
    expect(server.list().result.tally.against).toBe(1);
    server.open = false;
    await voter.check();
    expect(voter.kept).toMatchObject({ step: 'checked', found: true, acknowledged: true });
    expect(keep.text).not.toContain('message');
  });

  it('is one, however often it is confirmed', async () => {
    const voter = page();
    await Promise.all([voter.choose(motion, { choice: 'approve' }), voter.choose(motion, { choice: 'against' })]);
    await voter.choose(motion, { choice: 'abstain' });
    expect(server.box.size).toBe(1);
    expect(server.list().result.tally.approve).toBe(1);
  });

  it.each([
    ['the request to collect is lost', ['lost']],
    ['the answer to it is lost', ['deaf']],
    ['the ballot is lost on its way to the box', [undefined, 'lost', 'lost']],
    ['the box’s receipt is lost', [undefined, 'deaf']],
    ['the server is busy', [problem('too_many_commands', 503), undefined]],
    ['all of it happens', ['lost', 'deaf', 'lost', 'deaf']],
  ] as [string, (typeof server.faults)[number][]][])('gets there once when %s', async (_, faults) => {
    server.faults = faults;
    const voter = page();
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.kept?.step).toBe('cast');
    expect([server.issued.size, server.box.size]).toEqual([1, 1]);
    expect(voter.retrying).toBe(false);
  });

  it('goes on after a reload at every step', async () => {
    const first = page();
    await first.choose(motion, { choice: 'approve' });
    const done = keep.read()!;
    if (done.step !== 'cast') throw new Error(done.step);
    const { step: _, ...signed } = done;

    keep.write({ ...signed, step: 'signed', at: server.now() + 3000 });
    const second = page();
    await second.run();
    expect(second.kept).toEqual(done);
    expect(server.box.size).toBe(1);
  });

  it('that was chosen before a reload is collected with the same paper', async () => {
    const voter = page();
    await voter.prepare(motion, [{ choice: 'approve' }]);
    let stop: (() => void) | undefined;
    const held = new Promise<string>((_, reject) => (stop = () => reject(problem('not_present'))));
    const collect = server.collect.bind(server);
    const reached = new Promise<void>((heard) => {
      server.collect = () => {
        heard();
        return held;
      };
    });
    const going = voter.choose(motion, { choice: 'approve' });
    await reached;
    const kept = keep.text;
    const digest = digestOf(keep.read()!);
    stop?.();
    await going;
    server.collect = collect;
    keep.text = kept;

    const again = page();
    await again.run();
    expect(again.kept?.step).toBe('cast');
    expect(server.issued.get('ann')).toBe(digest);
  });
});

describe('it is told honestly', () => {
  it('when the ballot was collected with another device', async () => {
    server.issued.set('ann', 'f'.repeat(64));
    const voter = page();
    expect(voter.elsewhere('f'.repeat(64))).toBe(true);
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.kept).toBeUndefined();
    expect(voter.refusal).toBe('already_collected');
    expect(server.box.size).toBe(0);
  });

  it('when nothing was collected because the vote had closed', async () => {
    server.open = false;
    const voter = page();
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.kept).toBeUndefined();
    expect(voter.refusal).toBe('vote_not_open');
    expect(voter.elsewhere(undefined)).toBe(false);
  });

  it('when it was collected but the vote closed before the signature came', async () => {
    const voter = page();
    await voter.prepare(motion, [{ choice: 'approve' }]);
    server.faults = ['deaf', problem('vote_not_open')];
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.kept?.step).toBe('chosen');
    voter.collected = server.issued.get('ann');
    voter.settle();
    expect(voter.kept?.step).toBe('late');
  });

  it('when the box refuses it', async () => {
    const voter = page();
    server.faults = [undefined as never, problem('vote_not_open')];
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.kept).toMatchObject({ step: 'refused', code: 'vote_not_open' });
    await voter.check();
    expect(voter.kept).toMatchObject({ step: 'checked', found: false, acknowledged: false });
  });

  it('when an acknowledged ballot is missing in the list: then the proof is kept', async () => {
    const voter = page();
    await voter.choose(motion, { choice: 'approve' });
    server.box.clear();
    await voter.check();
    expect(voter.kept).toMatchObject({ step: 'checked', found: false, acknowledged: true, message: expect.any(String), signature: expect.any(String) });
  });

  it('when the server signs something else', async () => {
    const voter = page();
    server.collect = () => Promise.resolve(Buffer.alloc(256, 7).toString('base64'));
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.refusal).toBe('bad_signature');
    expect(server.box.size).toBe(0);
  });

  it('that the box refused it, though it had it already', async () => {
    const voter = page();
    server.faults = [undefined as never, 'deaf', problem('vote_not_open')];
    await voter.choose(motion, { choice: 'approve' });
    expect(voter.kept?.step).toBe('refused');
    await voter.check();
    expect(voter.kept).toMatchObject({ step: 'checked', found: true });
  });
});

describe('the list', () => {
  it('is not asked for again at once when it did not come, and never again when there is none', async () => {
    const voter = page();
    await voter.choose(motion, { choice: 'approve' });
    let asked = 0;
    server.published = () => (asked++, Promise.reject(problem('offline', 0)));
    await voter.check();
    await voter.check();
    expect(asked).toBe(1);
    server.time += 11_000;
    server.published = () => (asked++, Promise.reject(problem('no_such_vote', 404)));
    await voter.check();
    server.time += 100_000;
    await voter.check();
    expect(asked).toBe(2);
    expect(voter.kept?.step).toBe('cast');
  });
});

describe('time', () => {
  it('to cast is random, up to eight seconds, and never past the end', () => {
    expect(castAt(1000, undefined, 0.999)).toBeLessThan(9000);
    expect(castAt(1000, undefined, 0)).toBe(1000);
    expect(castAt(1000, 6000, 1)).toBe(4000);
    expect(castAt(1000, 1500, 1)).toBe(1000);
  });
  it('between attempts grows, and stays bearable', () => {
    expect([0, 1, 2, 3, 9].map((attempt) => backoff(attempt, 1))).toEqual([500, 1000, 2000, 4000, 8000]);
  });
});
