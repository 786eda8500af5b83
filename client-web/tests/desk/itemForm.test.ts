import { describe, expect, test } from 'vitest';
import { itemContent, itemDraft, itemFaults } from '@/ui/desk/itemForm';
import { hall } from './hall';

describe('writing an agenda item', () => {
  const draft = { ...itemDraft(undefined), title: ' بند تازه ' };
  test('asks for a title and for minutes within the bound, in any digits', () => {
    expect(itemFaults({ ...draft, title: ' ' })).toEqual({ title: 'titleMissing' });
    expect(itemFaults({ ...draft, minutes: '۶۰۱' })).toEqual({ minutes: 'minutesRange' });
    expect(itemFaults({ ...draft, minutes: 'ده' })).toEqual({ minutes: 'minutesRange' });
    expect(itemFaults({ ...draft, minutes: '۲۰' })).toEqual({});
  });
  test('sends options only for an item that ranks them, without empty lines', () => {
    const options = 'نخست\n\n دوم \n';
    expect(itemContent({ ...draft, options }).options).toEqual([]);
    expect(itemContent({ ...draft, kind: 'priorities', options }).options).toEqual(['نخست', 'دوم']);
    expect(itemFaults({ ...draft, kind: 'priorities', options: 'x\n'.repeat(21) })).toEqual({ options: 'optionsMany' });
  });
  test('leaves out what was left empty', () => {
    expect(itemContent({ ...draft, minutes: '۱۰' })).toEqual({ title: 'بند تازه', kind: 'discussion', minutes: 10, confidential: false, options: [] });
  });
  test('takes links as people type them, and no others than those of the web', () => {
    const links = [{ title: '', url: 'rasht.ir/plan' }, { title: ' ', url: '' }];
    expect(itemContent({ ...draft, links }).links).toEqual([{ title: 'rasht.ir/plan', url: 'https://rasht.ir/plan' }]);
    expect(itemFaults({ ...draft, links: [{ title: 'x', url: 'javascript:alert(1)' }] })).toEqual({ links: 'linkBad' });
    expect(itemFaults({ ...draft, links: [{ title: 'x', url: '' }] })).toEqual({ links: 'linkBad' });
  });
  test('comes back as it was', () => {
    const item = { ...hall().items['i7']!, short_title: 'کوتاه', presenter: 'p2', notes: 'یادداشت', links: [{ title: 'طرح', url: 'https://rasht.ir/plan' }] };
    const { title, short_title, kind, presenter, minutes, confidential, options, links, notes } = item;
    expect(itemContent(itemDraft(item))).toEqual({ title, short_title, kind, presenter, minutes, confidential, options, links, notes });
  });
});
