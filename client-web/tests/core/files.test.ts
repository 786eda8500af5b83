import { describe, expect, it } from 'vitest';
import { filesOf, openingOf, typeOf } from '@/core/files';
import type { Attachment } from '@/generated/protocol';
import { viewOf } from '../views';

const file = (name: string, item = 'i'): Attachment => ({ item, name, media_type: 'application/pdf', bytes: 1, digest: 'd', visibility: 'inside' });

describe('the files of an item', () => {
  it('are its own, in the order of their names', () => {
    const view = viewOf({ attachments: { a: file('نقشه.pdf'), b: file('گزارش.pdf'), c: file('دیگر.pdf', 'j') } });
    expect(filesOf(view, 'i').map((each) => each.id)).toEqual(['b', 'a']);
  });

  it.each([
    ['application/pdf', 'pdf', 'tab'],
    ['image/png', 'image', 'in_page'],
    ['image/svg+xml', 'image', 'download'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'sheet', 'download'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document', 'download'],
    ['application/vnd.oasis.opendocument.text', 'document', 'download'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'slides', 'download'],
    ['text/plain', 'text', 'download'],
    ['application/zip', 'other', 'download'],
  ] as const)('of type %s are called %s and open %s', (media, type, opening) => {
    expect([typeOf(media), openingOf(media)]).toEqual([type, opening]);
  });
});
