// Ways from a running hall to what is read: leaving its page would leave the hall, and a vote may open meanwhile.
import { live } from '@/shell/live.svelte';
import { router } from '@/shell/router.svelte';
import { t } from './words';

const gathering = (): boolean => ['convened', 'open', 'recess'].includes(live.meeting?.state ?? '');

/** For a link: while a meeting is on it opens beside the hall. */
export const beside = (): { target?: '_blank'; rel?: 'noopener'; title?: string } => (gathering() ? { target: '_blank', rel: 'noopener', title: t().newTab } : {});

/** For what is no link: likewise. */
export function openBeside(path: string): void {
  if (gathering()) window.open(path, '_blank', 'noopener');
  else router.go(path);
}
