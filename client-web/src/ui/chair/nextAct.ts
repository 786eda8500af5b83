// One filled green button per screen: the act that the hall expects of the chair next. Everything else is outlined or quiet.
import { consentParts } from '@/core/agenda';
import { formOf } from '@/core/votes';
import type { MeetingView, View, VoteId, VoteView } from '@/generated/protocol';
import { nextItem } from '@/ui/desk/agenda';
import { complete, preparedOf } from '@/ui/desk/votes';

export type NextAct =
  | 'open_meeting'
  | 'resume_meeting'
  | 'count_hands' // the desk writes down a show of hands
  | 'close_vote'
  | 'next_speaker' // ends the running turn and calls the first of the queue
  | 'end_turn'
  | 'first_speaker'
  | 'open_vote'
  | 'next_item'
  | 'close_meeting'
  | 'nothing';

/** The vote that waits for its turn in the active item. */
export const preparedVote = (view: View, meeting: MeetingView): VoteId | undefined => preparedOf(view, meeting.active_item)[0];

/** It goes on with the vote whose result the hall has just seen. */
function followsShown(view: View, meeting: MeetingView): boolean {
  const prepared = preparedVote(view, meeting);
  return prepared !== undefined && meeting.shown_result !== undefined && view.votes[prepared]?.follows === meeting.shown_result;
}

/** Until everything is there that is waited for, the chair is expected to wait. */
function duringVote(vote: VoteView): NextAct {
  const { kind, mode } = formOf(vote);
  if (complete(vote)) return 'close_vote';
  return vote.state === 'open' && kind === 'motion' && mode === 'show_of_hands' ? 'count_hands' : 'nothing';
}

/** A consent block is dealt with, and there is something in it to decide. */
export function blockToDecide(view: View, meeting: MeetingView): boolean {
  const active = meeting.active_item;
  if (active === undefined || view.items[active]?.kind !== 'consent') return false;
  return consentParts(view, active).some((part) => part.state === 'planned');
}

export function nextAct(view: View, meeting: MeetingView): NextAct {
  switch (meeting.state) {
    case 'convened':
      return 'open_meeting';
    case 'recess':
      return 'resume_meeting';
    case 'open':
      return inOpenMeeting(view, meeting);
    case 'drafted':
    case 'closed':
    case 'not_held':
      return 'nothing';
  }
}

function inOpenMeeting(view: View, meeting: MeetingView): NextAct {
  const open = meeting.open_vote === undefined ? undefined : view.votes[meeting.open_vote];
  if (open) return duringVote(open);
  // Who was interrupted goes on before anybody else is called.
  if (view.floor?.interrupted) return 'end_turn';
  if (!view.floor?.turn && followsShown(view, meeting)) return 'open_vote';
  const waiting = (view.floor?.queue.length ?? 0) > 0;
  if (view.floor?.turn) return waiting ? 'next_speaker' : 'end_turn';
  if (waiting) return 'first_speaker';
  if (preparedVote(view, meeting) !== undefined || blockToDecide(view, meeting)) return 'open_vote';
  return nextItem(view, meeting) === undefined ? 'close_meeting' : 'next_item';
}
