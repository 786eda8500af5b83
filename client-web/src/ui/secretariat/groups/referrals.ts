// Referrals as this hall sees them: those it has sent, those it has received, and where each of them stands.
import type { ReferralId, ReferralView, View } from '@/generated/protocol';

export type ReferralState = 'waiting' | 'reported' | 'open' | 'sent' | 'taken';
export interface ReferralRow extends ReferralView {
  readonly id: ReferralId;
  readonly received: boolean;
  readonly state: ReferralState;
  /** Something has come that is on no agenda yet. */
  readonly toTakeUp: boolean;
}

/** `other`, the name of the hall that asked, is there on the side that was asked. */
function rowOf(id: ReferralId, referral: ReferralView): ReferralRow {
  const received = referral.other !== undefined;
  const reported = referral.report !== undefined;
  const state: ReferralState = received ? (reported ? 'sent' : 'open') : referral.taken_up !== undefined ? 'taken' : reported ? 'reported' : 'waiting';
  const waits = received ? !reported : reported;
  return { ...referral, id, received, state, toTakeUp: waits && referral.taken_up === undefined };
}

/** Newest first. */
export function referralRows(view: View): ReferralRow[] {
  return Object.entries(view.referrals)
    .map(([id, referral]) => rowOf(id, referral))
    .sort((a, b) => b.at.localeCompare(a.at));
}
