import { describe, expect, it } from 'vitest';
import { asked, correctionsOf, openCorrections, passageIn, reached, recordsOf, sentencesOf, textsOf, toSign } from '@/core/records';
import type { CorrectionProposal, MeetingRecord, RecordView } from '@/generated/protocol';
import { itemView, meetingView, viewOf } from '../views';

const record = (more: Partial<RecordView> = {}): RecordView => ({ number: 1, term: 1, state: 'circulated', corrections: {}, signers: [], signatures: {}, ...more });
const correction = (at: string, more: Partial<CorrectionProposal> = {}): CorrectionProposal => ({
  person: 'p', at, state: 'proposed', content: { item: 'i', passage: 'الف', proposal: 'ب' }, ...more,
});

describe('records', () => {
  it('stand with the newest meeting first, a new term’s before an old one’s', () => {
    const view = viewOf({ records: { a: record({ number: 9 }), b: record({ number: 1, term: 2 }), c: record({ number: 10 }) } });
    expect(recordsOf(view).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
  it('know how far they have come', () => {
    expect(reached(record({ state: 'signed' }), 'approved')).toBe(true);
    expect(reached(record({ state: 'circulated' }), 'approved')).toBe(false);
  });
  it('put what nobody has answered before what was answered', () => {
    const row = record({ corrections: { a: correction('1', { state: 'declined' }), b: correction('3'), c: correction('2') } });
    expect(correctionsOf(row).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(openCorrections(row)).toBe(2);
  });
  it('ask for a signature once approved, of whoever is to sign and has not', () => {
    const row = record({ state: 'approved', signers: ['a', 'b'], signatures: { a: '2023-12-28T06:00:00.000Z' } });
    expect(toSign(row)).toEqual(['b']);
    expect([asked(row, 'a'), asked(row, 'b'), asked(row, 'c'), asked(row, undefined)]).toEqual([undefined, 'sign', undefined, undefined]);
    expect(asked(record(), 'b')).toBe('read');
    expect(asked(record({ state: 'sealed', signers: ['b'] }), 'b')).toBeUndefined();
  });
});

describe('a record’s texts', () => {
  const text = { lines: { 1: 'یک', 2: 'دو' }, version: 2, at: '2023-12-28T06:00:00.000Z', recent: {} };
  it('are the view’s while the meeting is current, those without words left out', () => {
    const view = viewOf({ meetings: { m: meetingView({ agenda: ['i', 'j'] }) }, items: { i: itemView([1]), j: itemView([2]) }, minutes: { entries: {}, texts: { i: text } } });
    expect(textsOf(view, 'm', undefined)).toEqual([{ id: 'i', number: [1], title: '1', text: 'یک\nدو' }]);
  });
  it('are the archive’s for an earlier meeting, and the view’s where it has a newer one', () => {
    const item = (id: string, words: string) => ({ item: id, number: [1], content: { title: id }, text: words });
    const archived = { items: [item('i', 'کهنه'), item('j', 'مانده')] } as unknown as MeetingRecord;
    const view = viewOf({ minutes: { entries: {}, texts: { i: text } } });
    expect(textsOf(view, 'old', archived).map((row) => row.text)).toEqual(['یک\nدو', 'مانده']);
    expect(textsOf(view, 'old', undefined)).toEqual([]);
  });
});

describe('a passage', () => {
  it('is found with what stands around it', () => {
    expect(passageIn('آب شهر پاک است.', 'شهر')).toEqual({ found: 'once', before: 'آب ', after: ' پاک است.' });
  });
  it('is cut off at a word where there is much around it', () => {
    const long = 'واژه '.repeat(60);
    const place = passageIn(`${long}همین${long}`, 'همین');
    expect(place).toMatchObject({ found: 'once', before: expect.stringMatching(/^… واژه/), after: expect.stringMatching(/واژه …$/) });
  });
  it('is told when it is there no more, or more than once', () => {
    expect(passageIn('آب و آب', 'آب')).toEqual({ found: 'often' });
    expect(passageIn('آب', 'خاک')).toEqual({ found: 'nowhere' });
    expect(passageIn('آب', '')).toEqual({ found: 'nowhere' });
  });
  it('may be any sentence, and the sentences together are the text', () => {
    const words = 'گوهررود پاک شد. آیا می‌ماند؟\nبله؛ شاید… و بی‌پایان';
    expect(sentencesOf(words).join('')).toBe(words);
    expect(sentencesOf(words)[0]).toBe('گوهررود پاک شد. ');
    expect(sentencesOf('')).toEqual([]);
  });
});
