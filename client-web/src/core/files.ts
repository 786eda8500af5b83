import type { Attachment, AttachmentId, ItemId, View } from '@/generated/protocol';

// The files of an item, and what a browser can do with them.

export interface ItemFile extends Attachment {
  readonly id: AttachmentId;
}

export const filesOf = (view: View, item: ItemId): ItemFile[] =>
  Object.entries(view.attachments)
    .filter(([, file]) => file.item === item)
    .map(([id, file]) => ({ ...file, id }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fa'));

export type FileType = 'pdf' | 'image' | 'text' | 'sheet' | 'document' | 'slides' | 'other';

export function typeOf(mediaType: string): FileType {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('image/')) return 'image';
  if (/spreadsheet|ms-excel|csv/.test(mediaType)) return 'sheet';
  if (/presentation|ms-powerpoint/.test(mediaType)) return 'slides';
  if (/wordprocessing|msword|opendocument\.text/.test(mediaType)) return 'document';
  return mediaType.startsWith('text/') ? 'text' : 'other';
}

/** in_page: over the screen, a tap from the meeting; tab: by the browser's own viewer; download: it can show nothing of it. */
export type Opening = 'in_page' | 'tab' | 'download';

export function openingOf(mediaType: string): Opening {
  const type = typeOf(mediaType);
  if (type === 'image' && mediaType !== 'image/svg+xml') return 'in_page';
  return type === 'pdf' ? 'tab' : 'download';
}
