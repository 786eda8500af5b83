// The autopilot: which scene the hall sees for a view. Observers' phones follow the same order, so that nobody sees two truths.
import { ms } from '@/core/clock';
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

/** How long the board of seats and its neighbour take turns on the hall's screen, by the server's clock so that all screens agree. */
const turnSeconds = 20;

/**
 * When nothing else happens the hall's screen shows who is there: in turns with the way in before the meeting, alone once the quorum is
 * waited for, and in turns with the item while nobody speaks or waits.
 */
export function showsSeats(view: View, scene: Scene, now: number): boolean {
  // An item has the screen first, when it is taken up.
  const since = scene.kind === 'item' && scene.item.running_since !== undefined ? ms(scene.item.running_since) : 0;
  const inTurn = Math.floor((now - since) / 1000 / turnSeconds) % 2 === 1;
  if (scene.kind === 'join') {
    const somebody = Object.values(view.people).some((person) => person.presence === 'present');
    const late = now >= ms(scene.meeting.content.starts_at) && !scene.meeting.quorum.met;
    return late || (somebody && inTurn);
  }
  const quiet = scene.kind === 'agenda' || (scene.kind === 'item' && (scene.floor?.queue.length ?? 0) === 0);
  return quiet && inTurn;
}

/** The scene of a view. A vote stands before its speaker, a fresh result stays until the hall goes on (the server clears it). */
export function sceneOf(view: View): Scene {
  const meeting = view.current === undefined ? undefined : view.meetings[view.current];
  if (!meeting) return { kind: 'nothing' };
  // A closed part hides everything, a recess in it too; it ends with the meeting.
  if (meeting.closed_since !== undefined && (meeting.state === 'open' || meeting.state === 'recess')) return { kind: 'hidden', meeting };
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
