// One filled green button per screen: the act that the hall expects of the chair next. Everything else is outlined or quiet.
import { consentParts } from '@/core/agenda';
import type { MeetingView, View } from '@/generated/protocol';
import { nextItem } from '@/ui/desk/agenda';

export type NextAct =
  | 'open_meeting'
  | 'resume_meeting'
  | 'close_vote'
  | 'next_speaker' // ends the running turn and calls the first of the queue
  | 'end_turn'
  | 'first_speaker'
  | 'open_vote'
  | 'next_item'
  | 'close_meeting'
  | 'nothing';

/** The vote that waits for its turn in the active item. */
export function preparedVote(view: View, meeting: MeetingView): string | undefined {
  return Object.keys(view.votes).find((id) => view.votes[id]!.state === 'prepared' && view.votes[id]!.item === meeting.active_item);
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
  // Until everyone has voted the chair is expected to wait.
  if (open) return open.cast >= open.electorate.length ? 'close_vote' : 'nothing';
  // Who was interrupted goes on before anybody else is called.
  if (view.floor?.interrupted) return 'end_turn';
  const waiting = (view.floor?.queue.length ?? 0) > 0;
  if (view.floor?.turn) return waiting ? 'next_speaker' : 'end_turn';
  if (waiting) return 'first_speaker';
  if (preparedVote(view, meeting) !== undefined || blockToDecide(view, meeting)) return 'open_vote';
  return nextItem(view, meeting) === undefined ? 'close_meeting' : 'next_item';
}
