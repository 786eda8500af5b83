import type { Tally } from '@/generated/protocol';
import { t } from '../messages';

/** «به اتفاق آرا», or the three counts. */
export function tallyLine({ approve, against, abstain }: Tally): string {
  return approve > 0 && against === 0 && abstain === 0 ? t().reso.unanimous : t().reso.tally(approve, against, abstain);
}
