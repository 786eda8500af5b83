import type { TurnView } from '@/generated/protocol';
import { speechName } from '@/i18n/speech';
import { language } from '@/i18n/language.svelte';
import { ordinal } from '@/i18n/numbering';
import { words } from '@/i18n/words';
import { t } from './words';

/** «نوبت نخست در این بند», «سخن موافق», «پاسخ», «اخطار: حق عضو». */
export function turnTitle(turn: TurnView): string {
  if (turn.point) return `${words().speech[turn.kind]}: ${words().point[turn.point]}`;
  if (turn.kind !== 'speech' || turn.stance) return speechName({ speech: turn.kind, ...(turn.stance ? { stance: turn.stance } : {}) });
  return t().nthTurn(language.current === 'fa' ? ordinal(turn.turn_in_item).replace(/ین$/, '') : ordinal(turn.turn_in_item));
}
