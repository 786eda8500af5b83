// The parts of a view that tests are made of: whole, and as plain as the protocol lets them be. What a test is about it says itself.
import type { ItemView, Me, MeetingView, PersonView, RequestView, TurnView, View, VoteView } from '@/generated/protocol';

export const personView = (order: number, more: Partial<PersonView> = {}): PersonView => ({
  name: `Person ${order}`,
  short_name: `P${order}`,
  seat: 'expert',
  votes: true,
  order,
  presence: 'present',
  turns: 0,
  spoken: 0,
  presented: 0,
  ...more,
});

export const itemView = (number: number[], more: Partial<ItemView> = {}): ItemView => ({
  meeting: 'm',
  number,
  state: 'planned',
  closed: false,
  title: number.join('.'),
  kind: 'discussion',
  minutes: 10,
  confidential: false,
  options: [],
  spent: 0,
  links: [],
  recused: [],
  ...more,
});

export const meetingView = (more: Partial<MeetingView> = {}): MeetingView => ({
  state: 'open',
  term: 1,
  number: 1,
  content: { starts_at: '2023-12-28T05:30:00.000Z', minutes: 150, place: 'تالار' },
  quorum: { present: 15, needed: 11, members: 21, met: true },
  agenda: [],
  minutes_published: false,
  ...more,
});

export const turnView = (more: Partial<TurnView> = {}): TurnView => ({
  request: 'r0',
  person: 'p',
  kind: 'speech',
  started_at: '2023-12-28T06:00:00.000Z',
  limit: 180_000,
  paused_total: 0,
  turn_in_item: 1,
  ...more,
});

export const requestView = (person: string, more: Partial<RequestView> = {}): RequestView => ({
  person,
  kind: 'speech',
  asked_at: '2023-12-28T06:00:00.000Z',
  ahead: [],
  ...more,
});

export const voteView = (more: Partial<VoteView> = {}): VoteView => ({
  item: 'i',
  state: 'open',
  content: { question: 'آیا موافقید؟', rule: { base: 'valid', majority: { kind: 'simple' } }, form: { kind: 'motion', mode: 'device', options: [] } },
  opened_at: '2023-12-28T06:00:00.000Z',
  electorate: ['me', 'bob'],
  cast: 0,
  ballots: {},
  weights: {},
  corrections: [],
  issued: 0,
  collectors: [],
  order: 0,
  ...more,
});

export const viewOf = (more: Partial<View> = {}): View => ({
  hall: {
    name: 'اتاق شکوفایی شهری رشت',
    kind: 'chamber',
    chair: 'chair',
    term: 1,
    charter: {
      quorum: { numerator: 1, denominator: 2, comparison: 'more_than' },
      speech_seconds: 180,
      reply_seconds: 60,
      point_of_order_seconds: 60,
      vote_rule: { base: 'valid', majority: { kind: 'simple' } },
    },
  },
  people: {},
  current: 'm',
  meetings: { m: meetingView() },
  items: {},
  attachments: {},
  votes: {},
  resolutions: {},
  templates: {},
  proposals: {},
  groups: {},
  referrals: {},
  records: {},
  phrases: {},
  ...more,
});

export const meOf = (more: Partial<Me> = {}): Me => ({
  person: 'me',
  name: 'نخبهٔ حوزهٔ سلامت',
  role: 'member',
  seat: 'expert',
  votes: true,
  ballots: {},
  collected: {},
  proposals: {},
  tasks: {},
  ...more,
});
