import type { TurnView } from '@/generated/protocol';
import { ordinal } from '@/i18n/numbering';
import { language } from '@/i18n/language.svelte';
import { words } from '@/i18n/words';
import { t } from './words';

/** «نوبت نخست در این بند», «پاسخ», «تذکر آیین‌نامه‌ای». */
export function turnTitle(turn: TurnView): string {
  if (turn.kind !== 'speech') return words().speech[turn.kind];
  return t().nthTurn(language.current === 'fa' ? ordinal(turn.turn_in_item).replace(/ین$/, '') : ordinal(turn.turn_in_item));
}
