import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import Ban from '@lucide/svelte/icons/ban';
import CheckCheck from '@lucide/svelte/icons/check-check';
import Coffee from '@lucide/svelte/icons/coffee';
import CornerDown from '@lucide/svelte/icons/corner-down-left';
import Crown from '@lucide/svelte/icons/armchair';
import Door from '@lucide/svelte/icons/door-open';
import FileInput from '@lucide/svelte/icons/file-input';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import Forward from '@lucide/svelte/icons/forward';
import Gavel from '@lucide/svelte/icons/gavel';
import Hourglass from '@lucide/svelte/icons/hourglass';
import List from '@lucide/svelte/icons/list';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import LogIn from '@lucide/svelte/icons/log-in';
import Mic from '@lucide/svelte/icons/mic';
import Minus from '@lucide/svelte/icons/minus';
import Pencil from '@lucide/svelte/icons/pencil';
import Scale from '@lucide/svelte/icons/scale';
import Split from '@lucide/svelte/icons/split';
import Square from '@lucide/svelte/icons/square';
import Vote from '@lucide/svelte/icons/vote';
import type { EntryKind } from '@/generated/protocol';

/** What stands before each kind of line that wrote itself. */
export const entryIcons: Record<EntryKind, typeof Mic> = {
  meeting_opened: Flag,
  recess_called: Coffee,
  meeting_resumed: Flag,
  meeting_closed: Square,
  chair_handed: Crown,
  arrived: LogIn,
  departed: Door,
  absence_excused: FileText,
  absence_unexcused: Minus,
  substitute_named: ArrowLeftRight,
  substitution_ended: ArrowLeftRight,
  recused: Scale,
  recusal_lifted: Scale,
  closed_part_begun: Lock,
  closed_part_ended: LockOpen,
  item_started: Flag,
  item_done: CheckCheck,
  item_deferred: CornerDown,
  item_withdrawn: Minus,
  item_taken_out: Split,
  item_referred: Forward,
  report_received: FileInput,
  queue_changed: List,
  time_yielded: Hourglass,
  turn: Mic,
  vote: Vote,
  vote_voided: Ban,
  count_corrected: Pencil,
  resolution: Gavel,
  minutes_approved: CheckCheck,
};
