import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filled, keptNames, shownNames } from '@/ui/secretariat/sitting/phrases';
import { t } from '@/ui/secretariat/sitting/textMessages';

const facts = { speaker: 'نخبهٔ سلامت', chair: 'شهردار رشت', item: 'بوستان‌ها', time: '' };
const seeded = (JSON.parse(readFileSync(new URL('../../../server/demo/chamber.json', import.meta.url), 'utf8')) as { phrases: { name: string; text: string }[] }).phrases;

describe('a text module', () => {
  test('names its places in Persian on the screen and as the hall keeps them elsewhere', () => {
    expect(shownNames('{speaker} در {time}')).toBe('{سخنران} در {ساعت}');
    expect(keptNames('{سخنران} در {ساعت}')).toBe('{speaker} در {time}');
  });
  test('is filled whichever name was written; what is not known stays as dots', () => {
    expect(filled('{سخنران} و {chair} در {time}', facts)).toBe('نخبهٔ سلامت و شهردار رشت در …');
  });
  test('says the same under one name, whether a hall was founded with it or it was offered', () => {
    for (const { name, text } of t().ready) {
      const twin = seeded.find((each) => each.name === name);
      if (twin) expect(text, name).toBe(twin.text);
    }
  });
});
