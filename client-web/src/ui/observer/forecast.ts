// When does it come? The agenda's hours if every item from now on takes the minutes that were planned for it.
import { spent } from '@/core/agenda';
import { ms } from '@/core/clock';
import type { ItemView, MeetingView, View, VoteView } from '@/generated/protocol';

const minute = 60_000;

/** Minutes of an item that are not its parts': a parent's plan includes the plans of its children. */
function ownMinutes(id: string, item: ItemView, items: View['items']): number {
  const parts = Object.values(items).filter((other) => other.parent === id && other.state !== 'withdrawn');
  return Math.max(0, item.minutes - parts.reduce((total, part) => total + part.minutes, 0));
}

function startOf(meeting: MeetingView, now: number): number {
  if (meeting.state === 'convened') return Math.max(now, ms(meeting.content.starts_at));
  if (meeting.state === 'recess' && meeting.recess_until) return Math.max(now, ms(meeting.recess_until));
  return now;
}

/** Start of each item still to come, by id, in milliseconds since 1970. */
export function forecast(view: View, meeting: MeetingView, now: number): Map<string, number> {
  const hours = new Map<string, number>();
  let at = startOf(meeting, now);
  const active = meeting.active_item === undefined ? undefined : view.items[meeting.active_item];
  if (active) at += Math.max(0, ownMinutes(meeting.active_item!, active, view.items) * minute - spent(active, now));
  for (const [id, item] of upcoming(view, meeting)) {
    hours.set(id, at);
    at += ownMinutes(id, item, view.items) * minute;
  }
  return hours;
}

/** What is still planned, in the order in which the chair will come to it: after the active item first, then what was passed over. */
function upcoming(view: View, meeting: MeetingView): [string, ItemView][] {
  const here = meeting.active_item === undefined ? 0 : meeting.agenda.indexOf(meeting.active_item);
  return [...meeting.agenda.slice(here), ...meeting.agenda.slice(0, here)].flatMap((id): [string, ItemView][] => {
    const item = view.items[id];
    return item?.state === 'planned' ? [[id, item]] : [];
  });
}

/** The next top items, without the one that is being dealt with (itself or through a part of it). */
export function nextItems(view: View, meeting: MeetingView, count: number): string[] {
  const active = meeting.active_item === undefined ? undefined : view.items[meeting.active_item];
  const current = active?.number[0];
  return upcoming(view, meeting)
    .filter(([, item]) => item.parent === undefined && item.number[0] !== current)
    .slice(0, count)
    .map(([id]) => id);
}

/** The vote that was closed last; what this audience may not see is not in the view. */
export function lastVote(view: View): (VoteView & { closed_at: string }) | undefined {
  return Object.values(view.votes)
    .filter((vote): vote is VoteView & { closed_at: string } => vote.result !== undefined && vote.closed_at !== undefined)
    .sort((a, b) => ms(a.closed_at) - ms(b.closed_at))
    .at(-1);
}
