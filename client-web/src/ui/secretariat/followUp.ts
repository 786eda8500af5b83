// Resolutions of the hall's present and past in one list.
import type { MeetingRecord, View } from '@/generated/protocol';

export interface FollowUp {
  id: string;
  number: number;
  text: string;
  responsible: string[];
  due: string | undefined;
  meeting: string;
  meetingNumber: number;
}

export function fromView(view: View): FollowUp[] {
  return Object.entries(view.resolutions).map(([id, { number, item, content }]) => {
    const meeting = view.items[item]?.meeting ?? view.current ?? '';
    return {
      id,
      number,
      text: content.text,
      responsible: content.responsible.map((person) => view.people[person]?.name ?? ''),
      due: content.due,
      meeting,
      meetingNumber: view.meetings[meeting]?.number ?? 0,
    };
  });
}

export function fromRecord(record: MeetingRecord): FollowUp[] {
  const names = new Map(record.people.map((person) => [person.person, person.name]));
  return record.items.flatMap((item) =>
    item.resolutions.map(({ resolution, number, content }) => ({
      id: resolution,
      number,
      text: content.text,
      responsible: content.responsible.map((person) => names.get(person) ?? ''),
      due: content.due,
      meeting: record.summary.meeting,
      meetingNumber: record.summary.number,
    })),
  );
}

/** Newest first; what the view and the archive both have appears once, as the view has it. */
export function followUps(all: readonly FollowUp[]): FollowUp[] {
  const known = new Set<string>();
  return all.filter((row) => !known.has(row.id) && known.add(row.id)).sort((a, b) => b.number - a.number);
}
