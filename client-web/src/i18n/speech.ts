import type { EntryView } from '@/generated/protocol';
import { language } from './language.svelte';
import { words } from './words';

/** «سخن موافق», «پرسش», «اخطار». */
export function speechName({ speech = 'speech', stance }: Pick<EntryView, 'speech' | 'stance'>): string {
  const kind = words().speech[speech];
  if (stance === undefined) return kind;
  return language.current === 'fa' ? `${kind} ${words().stance[stance]}` : `${kind} (${words().stance[stance].toLowerCase()})`;
}
