// Proposals in the order in which the desk takes them: waiting ones first, the oldest of them on top; then what was decided, newest first.
import type { MeetingView, ProposalId, ProposalView, View } from '@/generated/protocol';

export interface Row extends ProposalView {
  readonly id: ProposalId;
}

export function inbox(view: View): { waiting: Row[]; decided: Row[] } {
  const all = Object.entries(view.proposals).map(([id, proposal]) => ({ ...proposal, id }));
  return {
    waiting: all.filter((row) => row.state === 'submitted').sort((a, b) => a.at.localeCompare(b.at)),
    decided: all.filter((row) => row.state !== 'submitted').sort((a, b) => (b.decided_at ?? b.at).localeCompare(a.decided_at ?? a.at)),
  };
}

const alive = (meeting: MeetingView): boolean => meeting.state !== 'closed' && meeting.state !== 'not_held';

/** Meetings whose agenda may still change: drafts by their date, then the current one. */
export function openMeetings(view: View): { id: string; meeting: MeetingView }[] {
  return Object.entries(view.meetings)
    .filter(([, meeting]) => alive(meeting))
    .map(([id, meeting]) => ({ id, meeting }))
    .sort((a, b) => Number(b.meeting.state === 'drafted') - Number(a.meeting.state === 'drafted') || a.meeting.content.starts_at.localeCompare(b.meeting.content.starts_at));
}
