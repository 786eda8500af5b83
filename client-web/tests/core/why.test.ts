import { describe, expect, it } from 'vitest';
import { why } from '@/core/why';
import type { Ahead, Ground } from '@/generated/protocol';

const grounds: Ground[] = ['placed_by_chair', 'kind', 'point', 'waited_long', 'first_time', 'less_time', 'other_stance', 'other_group', 'asked_earlier'];

describe('the sentence that says why somebody stands where they stand', () => {
  it('names how many are before and each ground once', () => {
    const ahead: Ahead[] = [
      { ground: 'kind', kind: 'point_of_order', people: 1 },
      { ground: 'first_time', people: 1 },
    ];
    expect(why(ahead, 'fa', 'you')).toBe('دو نفر پیش از شما: یکی اخطار دارد، یکی هنوز سخن نگفته است.');
    expect(why(ahead, 'en', 'you')).toBe('2 before you: one has a point of order, one has not spoken yet.');
  });

  it('tells nobody apart when all are there for the same reason', () => {
    expect(why([{ ground: 'asked_earlier', people: 3 }], 'fa', 'you')).toBe('سه نفر پیش از شما: زودتر درخواست کرده‌اند.');
    expect(why([{ ground: 'placed_by_chair', people: 1 }], 'fa', 'you')).toBe('یک نفر پیش از شما: ایشان را رئیس جلسه جلوتر آورده است.');
    expect(why([{ ground: 'point', kind: 'point_of_order', people: 2 }], 'fa', 'you')).toBe('دو نفر پیش از شما: اخطار آنان مقدم است.');
  });

  it('counts in the plural where there are several', () => {
    const ahead: Ahead[] = [
      { ground: 'kind', kind: 'reply', people: 2 },
      { ground: 'placed_by_chair', people: 1 },
      { ground: 'asked_earlier', people: 11 },
    ];
    expect(why(ahead, 'fa', 'you')).toBe('چهارده نفر پیش از شما: دو نفر پاسخ دارند، یکی را رئیس جلسه جلوتر آورده است، یازده نفر زودتر درخواست کرده‌اند.');
    expect(why(ahead, 'en', 'you')).toBe('14 before you: 2 have a reply, one was put there by the chair, 11 asked earlier.');
  });

  it('speaks of the person to the chair', () => {
    expect(why([{ ground: 'less_time', people: 1 }], 'fa', 'them')).toBe('یک نفر پیش از ایشان: کمتر سخن گفته است.');
    expect(why([{ ground: 'less_time', people: 1 }], 'en', 'them')).toBe('1 before them: has spoken less.');
  });

  it('is not said to whoever is called next', () => {
    expect(why([], 'fa', 'you')).toBeUndefined();
    expect(why([{ ground: 'kind', kind: 'reply', people: 0 }], 'en', 'you')).toBeUndefined();
  });

  it.each(grounds)('has words for the ground %s, alone and among others, for one and for many', (ground) => {
    for (const tongue of ['fa', 'en'] as const) {
      for (const people of [1, 2]) {
        const alone = why([{ ground, people }], tongue, 'you')!;
        const among = why([{ ground, people }, { ground: 'asked_earlier', people: 1 }], tongue, 'you')!;
        expect(alone).toMatch(/: \S.*\S\.$/);
        expect(among.split(tongue === 'fa' ? '، ' : ', ')).toHaveLength(2);
        expect(`${alone}${among}`).not.toMatch(/undefined| {2}/);
        if (tongue === 'fa') expect(`${alone}${among}`).not.toMatch(/[A-Za-z0-9]/);
      }
    }
  });
});
