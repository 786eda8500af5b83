// The agenda as those who run the meeting read it: plan beside fact, what is late, what comes next, when it will end.
import { spent } from '@/core/agenda';
import type { ItemView, MeetingView, View } from '@/generated/protocol';

const minute = 60_000;

export interface AgendaRow {
  id: string;
  item: ItemView;
  depth: number;
  /** A parent is finished only with all of its parts. */
  state: ItemView['state'];
  planned: number; // minutes
  actual: number | undefined; // minutes so far, parts included; nothing before it began
  over: boolean;
  /** What awaits in an item to come stands in the empty 'actual' column. */
  mark: 'vote' | 'lock' | undefined;
}

export function partsOf(items: View['items'], id: string): string[] {
  return Object.keys(items).filter((other) => items[other]!.parent === id);
}

export function spentWithParts(view: View, id: string, now: number): number {
  const parts = partsOf(view.items, id).reduce((sum, part) => sum + spentWithParts(view, part, now), 0);
  return spent(view.items[id]!, now) + parts;
}

const finished = (state: ItemView['state']): boolean => state === 'done' || state === 'deferred' || state === 'withdrawn';

function stateWithParts(view: View, id: string): ItemView['state'] {
  const own = view.items[id]!.state;
  if (!finished(own)) return own;
  return partsOf(view.items, id).every((part) => finished(stateWithParts(view, part))) ? own : 'planned';
}

function markOf(view: View, id: string): AgendaRow['mark'] {
  const item = view.items[id]!;
  if (item.confidential) return 'lock';
  const hasVote = Object.values(view.votes).some((vote) => vote.item === id && vote.state === 'prepared');
  return hasVote || item.kind === 'decision' ? 'vote' : undefined;
}

function depthOf(view: View, id: string): number {
  const parent = view.items[id]!.parent;
  return parent === undefined ? 0 : 1 + depthOf(view, parent);
}

export function agendaRows(view: View, meeting: MeetingView, now: number): AgendaRow[] {
  return meeting.agenda.map((id) => {
    const item = view.items[id]!;
    const had = spentWithParts(view, id, now);
    const begun = had > 0 || item.state === 'active';
    const actual = begun ? Math.round(had / minute) : undefined;
    return {
      id,
      item,
      depth: depthOf(view, id),
      state: stateWithParts(view, id),
      planned: item.minutes,
      actual,
      over: actual !== undefined && item.minutes > 0 && actual > item.minutes,
      mark: begun ? undefined : markOf(view, id),
    };
  });
}

/** The item that the chair goes to next: the first planned one after the active one, else the first planned of all. */
export function nextItem(view: View, meeting: MeetingView): string | undefined {
  // The parts of a consent block are decided with it, not one by one.
  const inBlock = (id: string): boolean => view.items[view.items[id]!.parent ?? '']?.kind === 'consent';
  const planned = (id: string): boolean => view.items[id]!.state === 'planned' && !inBlock(id);
  const from = meeting.active_item === undefined ? 0 : meeting.agenda.indexOf(meeting.active_item) + 1;
  return meeting.agenda.slice(from).find(planned) ?? meeting.agenda.find(planned);
}

/** Milliseconds still needed by an item with its parts. A parent's plan includes the plans of its parts. */
function stillNeeded(view: View, id: string, now: number): number {
  const item = view.items[id]!;
  const parts = partsOf(view.items, id);
  const plannedParts = parts.reduce((sum, part) => sum + view.items[part]!.minutes, 0);
  const own = finished(item.state) ? 0 : Math.max(0, (item.minutes - plannedParts) * minute - spent(item, now));
  return own + parts.reduce((sum, part) => sum + stillNeeded(view, part, now), 0);
}

export interface EndForecast {
  planned: number; // milliseconds since 1970
  expected: number;
  lateMinutes: number; // negative: early
}

/** The hour the plan counts from. A meeting that was opened at quite another time than convened for is measured from its opening. */
function plannedStart(meeting: MeetingView): number {
  const start = Date.parse(meeting.content.starts_at);
  const opened = meeting.opened_at === undefined ? start : Date.parse(meeting.opened_at);
  return Math.abs(opened - start) > 180 * minute ? opened : start;
}

/** When the meeting will end if everything still to come takes the minutes that were planned for it. */
export function endForecast(view: View, meeting: MeetingView, now: number): EndForecast {
  const planned = plannedStart(meeting) + meeting.content.minutes * minute;
  let from = now;
  if (meeting.state === 'convened' || meeting.state === 'drafted') from = Math.max(now, Date.parse(meeting.content.starts_at));
  if (meeting.state === 'recess' && meeting.recess_until) from = Math.max(now, Date.parse(meeting.recess_until));
  const top = meeting.agenda.filter((id) => view.items[id]!.parent === undefined);
  const expected = top.reduce((sum, id) => sum + stillNeeded(view, id, now), from);
  return { planned, expected, lateMinutes: Math.round((expected - planned) / minute) };
}
