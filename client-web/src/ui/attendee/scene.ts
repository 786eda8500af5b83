import type { MeetingView, View, VoteId } from '@/generated/protocol';

/** What matters now, so that the member need not look for it. */
export type Scene =
  | { name: 'none' }
  | { name: 'before'; meeting: MeetingView }
  | { name: 'vote'; meeting: MeetingView; vote: VoteId }
  | { name: 'result'; meeting: MeetingView; vote: VoteId }
  | { name: 'recess'; meeting: MeetingView }
  | { name: 'floor'; meeting: MeetingView }
  | { name: 'after'; meeting: MeetingView };

/** `seen`: the result that this member has put away to look at the floor again. */
export function sceneOf(view: View, seen?: VoteId): Scene {
  const meeting = view.current ? view.meetings[view.current] : undefined;
  if (!meeting) return { name: 'none' };
  switch (meeting.state) {
    case 'drafted':
      return { name: 'none' };
    case 'convened':
      return { name: 'before', meeting };
    case 'closed':
    case 'not_held':
      return { name: 'after', meeting };
    case 'recess':
      return { name: 'recess', meeting };
    case 'open':
      if (meeting.open_vote && view.votes[meeting.open_vote]) return { name: 'vote', meeting, vote: meeting.open_vote };
      if (meeting.shown_result && meeting.shown_result !== seen && view.votes[meeting.shown_result]) {
        return { name: 'result', meeting, vote: meeting.shown_result };
      }
      return { name: 'floor', meeting };
  }
}
