import { formOf } from '@/core/votes';
import type { VoteView } from '@/generated/protocol';
import { t } from '../messages';

/** «به اتفاق آرا», «بی‌مخالف», or the three counts. */
export function tallyLine(vote: Pick<VoteView, 'content' | 'result'>): string {
  if (!vote.result) return '';
  const { approve, against, abstain } = vote.result.tally;
  if (formOf(vote).kind === 'consent') return t().reso.consent;
  return approve > 0 && against === 0 && abstain === 0 ? t().reso.unanimous : t().reso.tally(approve, against, abstain);
}
