// The autopilot: which scene the hall sees for a view. Observers' phones follow the same order, so that nobody sees two truths.
import type { FloorView, ItemView, MeetingView, TurnView, View, VoteView } from '@/generated/protocol';

export type Scene =
  | { kind: 'nothing' }
  | { kind: 'join'; meeting: MeetingView }
  | { kind: 'not_held'; meeting: MeetingView }
  | { kind: 'closed'; meeting: MeetingView }
  | { kind: 'recess'; meeting: MeetingView }
  | { kind: 'hidden'; meeting: MeetingView }
  | { kind: 'vote'; meeting: MeetingView; vote: VoteView }
  | { kind: 'result'; meeting: MeetingView; vote: VoteView }
  | { kind: 'speaker'; meeting: MeetingView; itemId: string; item: ItemView; floor: FloorView; turn: TurnView }
  | { kind: 'item'; meeting: MeetingView; itemId: string; item: ItemView; floor: FloorView | undefined }
  | { kind: 'agenda'; meeting: MeetingView };

/** The scene of a view. A vote stands before its speaker, a fresh result stays until the hall goes on (the server clears it). */
export function sceneOf(view: View): Scene {
  const meeting = view.current === undefined ? undefined : view.meetings[view.current];
  if (!meeting) return { kind: 'nothing' };
  switch (meeting.state) {
    case 'drafted':
      return { kind: 'nothing' };
    case 'convened':
      return { kind: 'join', meeting };
    case 'not_held':
    case 'closed':
    case 'recess':
      return { kind: meeting.state, meeting };
    case 'open':
      return openScene(view, meeting);
  }
}

function openScene(view: View, meeting: MeetingView): Scene {
  const itemId = meeting.active_item;
  const item = itemId === undefined ? undefined : view.items[itemId];
  if (item?.closed) return { kind: 'hidden', meeting };
  const open = meeting.open_vote === undefined ? undefined : view.votes[meeting.open_vote];
  if (open) return { kind: 'vote', meeting, vote: open };
  const shown = meeting.shown_result === undefined ? undefined : view.votes[meeting.shown_result];
  if (shown?.result) return { kind: 'result', meeting, vote: shown };
  if (itemId === undefined || !item) return { kind: 'agenda', meeting };
  if (view.floor?.turn) return { kind: 'speaker', meeting, itemId, item, floor: view.floor, turn: view.floor.turn };
  return { kind: 'item', meeting, itemId, item, floor: view.floor };
}
