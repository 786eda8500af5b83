// The record's page is the server's and runs nothing. What it lacks inside the archive is done to it from outside.
import type { Theme } from '@/shell/theme.svelte';

/**
 * Links within the frame: a file's address must name this tab's device, a page of ours takes the place of this one, and
 * everything else keeps its own window.
 */
export function settleLinks(page: Document, device: string | undefined): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.origin !== location.origin) continue;
    if (link.pathname.startsWith('/hall/')) link.target = '_top';
    if (!link.pathname.startsWith('/api/') || device === undefined) continue;
    const address = new URL(link.href);
    address.searchParams.set('device', device);
    link.href = address.href;
  }
}

/** By night too the sheet is read as the hall is lit. */
export function light(page: Document, theme: Theme): void {
  page.documentElement.dataset['theme'] = theme;
}

/**
 * Tells how long the sheet is, now and whenever it changes; gives back what ends that. A frame as long as its sheet does not scroll:
 * a draft's mark then stands where the first screen of it is.
 */
export function watchLength(page: Document, told: (pixels: number) => void): () => void {
  const root = page.documentElement;
  const tell = (): void => told(Math.ceil(root.getBoundingClientRect().height));
  const watch = new ResizeObserver(tell);
  watch.observe(root);
  tell();
  const mark = page.querySelector<HTMLElement>('.draft');
  if (mark) mark.style.insetBlockStart = `${Math.round(window.innerHeight * 0.45)}px`;
  return () => {
    watch.disconnect();
    mark?.style.removeProperty('inset-block-start');
  };
}
