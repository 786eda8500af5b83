import { describe, expect, test } from 'vitest';
import type { EntryView } from '@/generated/protocol';
import { meetingContent, meetingDraft, meetingFaults, nextContent } from '@/ui/secretariat/agenda/meetingForm';
import { entrances, grouped } from '@/ui/secretariat/people/access';
import { csvText } from '@/ui/secretariat/people/csv';
import { entriesOf } from '@/ui/secretariat/sitting/entries';
import { resolutionContent, resolutionDraft, resolutionFaults } from '@/ui/secretariat/sitting/resolutionForm';
import { at, hall, instant } from './hall';

const entry = (kind: EntryView['kind'], more: Partial<EntryView> = {}): EntryView => ({ kind, at: instant('09:10:00'), hidden: false, ...more });

describe('the lines that write themselves', () => {
  const minutes = {
    texts: {},
    entries: {
      '9': entry('item_started', { item: 'i1' }),
      '7': entry('arrived', { person: 'p1' }),
      '10': entry('departed', { person: 'p2' }),
      '12': entry('item_started', { item: 'i2' }),
      '11': entry('item_done', { item: 'i1' }),
      '13': entry('arrived', { person: 'p2' }),
    },
  };
  test('stand with the item under discussion, those before the first item with the first', () => {
    expect(entriesOf(minutes, 'i1').map((line) => line.seq)).toEqual(['7', '9', '10', '11']);
    expect(entriesOf(minutes, 'i2').map((line) => line.seq)).toEqual(['12', '13']);
  });
  test('are none where nothing happened', () => {
    expect(entriesOf(minutes, 'i3')).toEqual([]);
    expect(entriesOf(undefined, 'i1')).toEqual([]);
  });
});

describe('writing a resolution', () => {
  const draft = { ...resolutionDraft(undefined, 'گزارش تهیه شود.'), responsible: ['p2'] };
  test('reads the Jalali day that it is due', () => {
    expect(resolutionContent({ ...draft, due: '۱۴۰۲/۱۱/۰۷' })).toEqual({ text: 'گزارش تهیه شود.', responsible: ['p2'], due: '2024-01-27' });
    expect(resolutionFaults({ ...draft, due: '۱۴۰۲/۱۲/۳۰' })).toEqual({ due: 'dueBad' });
  });
  test('may have no day and no vote, but needs words', () => {
    expect(resolutionContent(draft)).toEqual({ text: 'گزارش تهیه شود.', responsible: ['p2'] });
    expect(resolutionFaults({ ...draft, text: ' ' })).toEqual({ text: 'textMissing' });
  });
  test('comes back as it was', () => {
    const content = { text: 'متن', responsible: ['p1'], due: '2024-01-27', vote: 'v1' };
    expect(resolutionContent(resolutionDraft(content))).toEqual(content);
  });
});

describe('drafting a meeting', () => {
  test('offers a week after the last time, never a day that is gone', () => {
    const last = { starts_at: instant('09:00:00'), minutes: 150, place: 'تالار' };
    expect(nextContent(last, at('11:00:00')).starts_at).toBe('2024-01-04T05:30:00.000Z');
    expect(nextContent(last, Date.parse('2024-02-01T06:00:00Z')).starts_at).toBe('2024-02-08T05:30:00.000Z');
  });
  test('offers Thursday at nine in Tehran to a hall that never met', () => {
    expect(nextContent(undefined, Date.parse('2023-12-25T00:00:00Z')).starts_at).toBe('2023-12-28T05:30:00.000Z');
  });
  test('names what is wrong, and comes back as it was', () => {
    const content = { starts_at: instant('09:00:00'), minutes: 150, place: 'تالار' };
    const draft = meetingDraft(content);
    expect(draft).toMatchObject({ date: '1402/10/07', hour: '09:00' });
    expect(meetingContent(draft)).toEqual(content);
    expect(meetingFaults({ ...draft, date: '۱۴۰۲/۱۳/۰۱', hour: '۲۵', minutes: '۰', place: ' ' })).toEqual({ date: 'dateBad', hour: 'hourBad', minutes: 'minutesBad', place: 'placeMissing' });
  });
});

describe('letting people in', () => {
  test('says who has a device, who an invitation, and who neither', () => {
    const kind = 'personal' as const;
    const access = {
      devices: [{ kind, device: 'd', person: 'p1', name: '', device_name: '', signed_in_at: '', seen_at: '', connected: true }],
      invitations: [{ kind, invitation: 'n', person: 'p1', expires_at: '' }, { kind, invitation: 'o', person: 'p2', expires_at: '' }],
    };
    expect(entrances(hall(), access).map((entrance) => entrance.state)).toEqual(['device', 'invited', 'neither', 'neither']);
  });
  test('groups the code for the eye', () => {
    expect(grouped('482031')).toBe('482 031');
  });
});

describe('a CSV file', () => {
  const bytes = (values: number[]): ArrayBuffer => new Uint8Array(values).buffer;
  test('is read as UTF-8, without its byte order mark', () => {
    expect(csvText(new TextEncoder().encode('\uFEFFردیف,عنوان').buffer as ArrayBuffer)).toBe('ردیف,عنوان');
  });
  test('is read as Windows wrote it in Persian', () => {
    expect(csvText(bytes([0xda, 0xe4, 0xe6, 0xc7, 0xe4]))).toBe('عنوان');
  });
  test('that is none is refused', () => {
    expect(csvText(bytes([0x50, 0x4b, 0, 0, 0]))).toBeUndefined();
  });
});
