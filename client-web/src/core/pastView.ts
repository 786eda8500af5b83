import type { ItemView, MeetingRecord, View, VoteView } from '@/generated/protocol';

// An earlier meeting whose record still changes, as if it were the current one: what the view has left of it are texts, and the
// archive knows the rest. So the desk works on it with the same paper.

export interface PastView extends View {
  readonly past: true;
}
export const isPast = (view: View): boolean => 'past' in view;

export function pastView(view: View, record: MeetingRecord): PastView {
  const { meeting: id, number, term, state, content, opened_at, ended_at, published } = record.summary;
  const quorum = record.quorum ?? { present: 0, needed: 0, members: 0, met: true };
  const agenda = record.items.map(({ item }) => item);
  const items = record.items.map((item): [string, ItemView] => {
    const { title, short_title, kind, presenter, minutes = 0, confidential = false, options = [], links = [] } = item.content ?? {};
    const { parent, number, closed, started_at, ended_at, spent, reason, decided_by } = item;
    const told = { title, short_title, kind, presenter, minutes, confidential, options, links };
    return [item.item, { meeting: id, parent, number, state: item.state, closed, ...told, started_at, ended_at, spent, reason, decided_by, recused: [] }];
  });
  const votes = record.items.flatMap(({ item, votes }) =>
    votes.map((vote, order): [string, VoteView] => {
      const state = vote.voided_at === undefined ? 'closed' : 'voided';
      return [vote.vote, { ...vote, item, state, order, electorate: [], cast: 0, ballots: {}, weights: {}, issued: 0 }];
    }),
  );
  const resolutions = record.items.flatMap(({ item, resolutions }) => resolutions.map(({ resolution, ...rest }) => [resolution, { ...rest, item }] as const));
  return {
    ...view,
    past: true,
    current: id,
    meetings: { [id]: { state, number, term, content, opened_at, ended_at, quorum, agenda, minutes_published: published } },
    items: Object.fromEntries(items),
    votes: Object.fromEntries(votes),
    resolutions: Object.fromEntries(resolutions),
    minutes: { texts: view.minutes?.texts ?? {}, entries: Object.fromEntries(record.entries.map(({ seq, entry }) => [seq, entry])) },
  };
}
