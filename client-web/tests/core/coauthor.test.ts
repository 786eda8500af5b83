import { ChangeSet, EditorState } from '@codemirror/state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { begun, changesOf, charsOf, docOf, outgoing, updateOf } from '@/core/collab';
import { pace } from '@/core/coauthor';
import { heldBy, textOf } from '@/core/minutesText';
import { dice, FakeText, paper } from './fakeDesk';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const never = () => 0.99; // nothing is dropped, everything takes its time
const quick = () => 0.1;
const letters = ['گ', 'و', 'ه', 'ر', '\u200c', 'ی', '\n', '👩‍🌾', 'ئُ', ' '];

describe('texts and changes', () => {
  it('reads a text line by line, empty lines too', () => {
    expect(textOf(undefined)).toBe('');
    expect(textOf({ lines: { 1: 'یک', 2: '', 10: 'ده', 3: 'سه' } })).toBe('یک\n\nسه\nده');
  });
  it('knows who holds a text, until when, and that one’s own hold is none', () => {
    const hold = { person: 'p', client: 'c', until: '2023-12-28T06:00:00.000Z' };
    const at = Date.parse(hold.until);
    expect(heldBy({ hold }, at - 1, 'other')).toBe('p');
    expect(heldBy({ hold }, at - 1)).toBe('p');
    expect(heldBy({ hold }, at - 1, 'c')).toBeUndefined();
    expect(heldBy({ hold }, at, 'other')).toBeUndefined();
    expect(heldBy({}, at)).toBeUndefined();
  });
  it('turns an update into changes and back', () => {
    const set = ChangeSet.of([{ from: 0, to: 2, insert: 'می\u200cرود\nو' }, { from: 5, insert: '👩‍🌾' }], 9);
    const update = updateOf(set);
    expect(update.changes).toEqual([{ from: 0, to: 2, insert: 'می\u200cرود\nو' }, { from: 5, to: 5, insert: '👩‍🌾' }]);
    expect(changesOf(update, 9).toJSON()).toEqual(set.toJSON());
  });
  it('counts as the hall does: characters, not units', () => {
    expect(charsOf(docOf(''))).toBe(0);
    expect(charsOf(docOf('آب\n👩 '))).toBe(5);
  });
  it('sends what one command takes and no more', () => {
    let state = begun('', 3, 'me');
    for (let at = 0; at < 150; at++) state = state.update({ changes: { from: at, insert: 'آ' } }).state;
    expect(outgoing(state)).toMatchObject({ version: 3, updates: { length: 100 } });
    state = begun('', 3, 'me').update({ changes: { from: 0, insert: 'ب'.repeat(15_000) } }).state;
    state = state.update({ changes: { from: 0, insert: 'پ'.repeat(15_000) } }).state;
    expect(outgoing(state)?.updates.length).toBe(1);
    expect(outgoing(begun('متن', 1, 'me'))).toBeUndefined();
  });
});

describe('one who writes', () => {
  it('sends the first key at once and then no more than two commands a second', async () => {
    const server = new FakeText(100);
    const { paper: mine } = paper('me', server, quick);
    const times: number[] = [];
    const take = server.take.bind(server);
    server.take = (id, command) => (times.push(Date.now()), take(id, command));
    for (let key = 0; key < 30; key++) {
      mine.write(mine.state.doc.length, mine.state.doc.length, 'س');
      await pass(100);
    }
    await pass(1_000);
    expect(server.text).toBe('س'.repeat(30));
    expect(times.length).toBeLessThanOrEqual(8);
    for (let at = 1; at < times.length; at++) expect(times[at]! - times[at - 1]!).toBeGreaterThanOrEqual(pace.restMs);
    expect(mine.author).toMatchObject({ dirty: false, saving: false, refused: undefined });
    expect(mine.author.savedAt).toBeDefined();
  });

  it('keeps what it wrote without a line and sends it when the line is back', async () => {
    const server = new FakeText(100);
    const { paper: mine, line } = paper('me', server, never);
    line.drop();
    mine.write(0, 0, 'گوهررود');
    await pass(60_000);
    expect(mine.author.dirty).toBe(true);
    line.back();
    await pass(3_000);
    expect([server.text, mine.author.dirty]).toEqual(['گوهررود', false]);
  });

  it('takes an answer that never came from the text itself', async () => {
    const server = new FakeText(100);
    const { paper: mine, line } = paper('me', server, never);
    mine.write(0, 0, 'زرجوب');
    await pass(320); // it is there, its answer is not
    expect(server.text).toBe('زرجوب');
    line.drop();
    mine.write(5, 5, ' و گوهررود');
    await pass(5_000);
    line.back();
    await pass(5_000);
    expect([server.text, mine.text]).toEqual(['زرجوب و گوهررود', 'زرجوب و گوهررود']);
  });

  it('stops at a refusal and goes on with the next key', async () => {
    const server = new FakeText(100);
    const { paper: mine } = paper('me', server, quick);
    const take = server.take.bind(server);
    server.take = () => ({ ok: false, code: 'text_held', args: {} });
    mine.write(0, 0, 'آ');
    await pass(5_000);
    expect(mine.author.refused).toBe('text_held');
    server.take = take;
    mine.author.wake();
    await pass(1_000);
    expect([mine.author.refused, server.text]).toEqual([undefined, 'آ']);
  });

  it('changes nothing under an input method that is in the middle of a word', async () => {
    const server = new FakeText(100);
    const { paper: mine } = paper('me', server, quick);
    const { paper: other } = paper('other', server, quick);
    mine.composing = true;
    mine.write(0, 0, 'می');
    await pass(1_000);
    other.write(0, 0, 'پیش ');
    await pass(1_000);
    expect(mine.text).toBe('می');
    mine.composing = false;
    mine.author.wake();
    await pass(1_000);
    expect([mine.text, server.text]).toEqual(['پیش می', 'پیش می']);
  });

  it('finds another’s place in its own text, and tells its own in the hall’s', async () => {
    const server = new FakeText(100);
    const { paper: mine, line } = paper('me', server, quick);
    const { paper: other } = paper('other', server, quick);
    other.write(0, 0, 'آب شهر');
    await pass(1_000);
    const version = other.author.version;
    line.drop();
    mine.write(0, 0, '— ');
    expect(mine.author.here(3, version)).toBe(5);
    expect(mine.author.here(3, version + 1)).toBeUndefined();
    expect(mine.author.there(5)).toBe(3);
    line.back();
    await pass(2_000);
    other.write(0, 0, 'الف ');
    await pass(2_000);
    expect(mine.author.here(3, version)).toBe(3 + '— الف '.length);
  });
});

describe('several who write at once', () => {
  /** A minute of typing on bad lines; then the lines are good again. */
  async function write(seed: number, deleting: boolean) {
    const roll = dice(seed);
    const server = new FakeText(1 + Math.floor(roll() * 12));
    const people = ['a', 'b', 'c'].map((name) => paper(name, server, roll));
    const typed: string[] = [];
    for (let step = 0; step < 300; step++) {
      const { paper: one, line } = people[Math.floor(roll() * people.length)]!;
      const length = one.state.doc.length;
      const place = atCharacter(one.state, Math.floor(roll() * (length + 1)));
      if (roll() < 0.04) line.drop();
      else if (roll() < 0.15 && !line.up) line.back();
      else if (deleting && roll() < 0.2) one.write(place, atCharacter(one.state, Math.min(length, place + 3)), '');
      else {
        const letter = letters[Math.floor(roll() * letters.length)]!;
        typed.push(letter);
        one.write(place, place, letter);
      }
      await pass(roll() * 200);
    }
    for (const { line } of people) line.back();
    await pass(60_000);
    return { server, people, typed };
  }
  /** Never between the halves of a surrogate pair. */
  const atCharacter = (state: EditorState, place: number): number =>
    /[\udc00-\udfff]/.test(state.doc.sliceString(place, place + 1)) ? place - 1 : place;
  const units = (text: string): string => [...text].sort().join('');

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('end with the same text, and every key is in it once (seed %i)', async (seed) => {
    const { server, people, typed } = await write(seed, false);
    for (const { paper: one } of people) {
      expect(one.text).toBe(server.text);
      expect(one.author.dirty).toBe(false);
      expect(one.author.base.toString()).toBe(server.text);
    }
    expect(units(server.text)).toBe(units(typed.join('')));
  });
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 101))('end with the same text when they delete, too (seed %i)', async (seed) => {
    const { server, people } = await write(seed, true);
    for (const { paper: one } of people) expect(one.text).toBe(server.text);
  });
});
