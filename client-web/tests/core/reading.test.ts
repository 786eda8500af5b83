import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shell/apiError';
import { api } from '@/shell/api';
import { Reading } from '@/shell/reading.svelte';

const refused = (status: number, code: string): ApiError => new ApiError({ title: code, status, code });

/** An answer that comes when the test wants it. */
function promised<T>(): { promise: Promise<T>; come: (value: T) => void; fail: (error: unknown) => void } {
  let come!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => ([come, fail] = [resolve, reject]));
  return { promise, come, fail };
}

describe('what a page reads', () => {
  it('is the answer to the newest question, however late an older one answers', async () => {
    const figures = new Reading<number>();
    const [slow, quick] = [promised<number>(), promised<number>()];
    const first = figures.read(() => slow.promise);
    const second = figures.read(() => quick.promise);
    quick.come(1404);
    await second;
    expect(figures.value).toBe(1404);
    expect(figures.busy).toBe(false);
    slow.fail(refused(500, 'internal'));
    await first;
    expect(figures.value).toBe(1404);
    expect(figures.fault).toBeUndefined();
  });

  it('is asked once more with the very question that failed', async () => {
    const found = new Reading<string[]>();
    await found.read(() => Promise.resolve(['old filter']));
    let tries = 0;
    await found.read(() => ((tries += 1) === 1 ? Promise.reject(refused(500, 'internal')) : Promise.resolve(['new filter'])));
    expect([found.fault, found.value]).toEqual(['failed', ['old filter']]);
    found.again();
    await vi.waitFor(() => expect(found.busy).toBe(false));
    expect([found.fault, found.value]).toEqual([undefined, ['new filter']]);
  });

  it('fails by the names that the page has words for', async () => {
    const record = new Reading<string, 'missing'>(({ status }) => (status === 404 ? 'missing' : undefined));
    const faults: (string | undefined)[] = [];
    for (const error of [refused(404, 'no_such_meeting'), refused(0, 'offline'), refused(500, 'internal'), new TypeError('no JSON')]) {
      await record.read(() => Promise.reject(error));
      faults.push(record.fault);
    }
    expect(faults).toEqual(['missing', 'offline', 'failed', 'failed']);
  });

  it('is forgotten with what is still to come when the page turns to something else', async () => {
    const record = new Reading<string>();
    const late = promised<string>();
    const reading = record.read(() => late.promise);
    record.clear();
    late.come('of the page before');
    await reading;
    expect([record.value, record.busy]).toEqual([undefined, false]);
  });
});

describe('what the server makes one after the other', () => {
  const busy = (seconds?: string): Response =>
    new Response(JSON.stringify({ title: 'شلوغ', status: 503, code: 'overloaded' }), { status: 503, headers: seconds === undefined ? {} : { 'Retry-After': seconds } });
  const asked = vi.fn<() => Promise<Response>>();

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', asked.mockReset());
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const code = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'ok', (error: unknown) => (error as ApiError).problem.code);

  it('is waited for as long as the server asks', async () => {
    asked.mockResolvedValueOnce(busy('1')).mockResolvedValueOnce(busy('2')).mockResolvedValueOnce(new Response('{"steps":[]}'));
    const replay = api.replay('rasht', 'm');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await replay).toEqual({ steps: [] });
  });

  it('is given up after half a minute', async () => {
    asked.mockImplementation(() => Promise.resolve(busy('5')));
    const told = code(api.recordAs('rasht', 'm', 'pdf'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await told).toBe('overloaded');
    expect(asked).toHaveBeenCalledTimes(7);
  });

  it('is not waited for without a word when, nor for a deed', async () => {
    asked.mockImplementation(() => Promise.resolve(busy()));
    expect(await code(api.recordAs('rasht', 'm', 'pdf'))).toBe('overloaded');
    asked.mockImplementation(() => Promise.resolve(busy('1')));
    expect(await code(api.sign('rasht', 'm', {}))).toBe('overloaded');
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
