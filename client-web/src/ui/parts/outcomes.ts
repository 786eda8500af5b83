import Absent from '@lucide/svelte/icons/users-round';
import Adopted from '@lucide/svelte/icons/circle-check';
import Nothing from '@lucide/svelte/icons/circle-dashed';
import Objected from '@lucide/svelte/icons/hand';
import Ranked from '@lucide/svelte/icons/list';
import Rejected from '@lucide/svelte/icons/circle-x';
import Tied from '@lucide/svelte/icons/circle-equal';
import Voided from '@lucide/svelte/icons/ban';
import type { Outcome } from '@/generated/protocol';

/** What came of a vote, as a mark beside its word. */
export const outcomeIcons: Record<Outcome | 'voided', typeof Adopted> = {
  adopted: Adopted,
  elected: Adopted,
  rejected: Rejected,
  tied: Tied,
  incomplete: Tied,
  objected: Objected,
  no_quorum: Absent,
  ranked: Ranked,
  undecided: Nothing,
  voided: Voided,
};
