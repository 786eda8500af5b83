import type { PlaceReason } from '@/core/queue';
import { language } from '@/i18n/language.svelte';
import { t } from './messages';

/** One sentence that says why I stand where I stand, naming people or rules. */
export function reasonText(reason: PlaceReason): string | undefined {
  const say = t();
  if (reason.moved) return say.reasonMoved(reason.moved);
  const rule = reason.pointsOfOrder && reason.replies ? say.reasonBoth : reason.pointsOfOrder ? say.reasonOrders : reason.replies ? say.reasonReplies : '';
  const parts = [rule, reason.earlier ? say.reasonEarlier(reason.earlier) : ''].filter(Boolean);
  if (parts.length === 0) return undefined;
  return `${parts.join(language.current === 'fa' ? '؛ ' : '; ')}.`;
}
