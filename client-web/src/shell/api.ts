import type {
  Access,
  BlindedBallot,
  BlindSignature,
  CalendarLink,
  Figures,
  Invitations,
  Invite,
  MeetingPage,
  MeetingRecord,
  Problem,
  PublishedVote,
  RegisterPage,
  Replay,
  Revoke,
  RosterPreview,
  SealCheck,
  SealForm,
  SearchPage,
  SimilarPage,
  SignedIn,
  SignForm,
  SignIn,
  TextUpdates,
  Visibility,
  WhoAmI,
} from '@/generated/protocol';
import { queryOf, type Asked } from '@/core/query';
import { deviceId } from './device';
import { ApiError } from './apiError';
import { upload } from './upload';

const hall = (id: string): string => `/api/halls/${encodeURIComponent(id)}`;

export const api = {
  whoami: (): Promise<WhoAmI> => get('/api/whoami'),
  signIn: (body: SignIn): Promise<SignedIn> => post('/api/sign-in', body),
  signOut: (): Promise<void> => post('/api/sign-out', {}),
  meetings: (id: string, after?: string): Promise<MeetingPage> => get(`${hall(id)}/meetings${queryOf({ after })}`),
  record: (id: string, meeting: string): Promise<MeetingRecord> => get(`${hall(id)}/meetings/${encodeURIComponent(meeting)}`),
  /** The record in one of its forms, under the name that the server gives it. */
  recordAs: async (id: string, meeting: string, form: RecordForm): Promise<{ name: string; bytes: Blob }> => {
    const response = await fetched(formPath(id, meeting, form), { method: 'GET' });
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? `record.${form}`;
    return { name, bytes: await response.blob() };
  },
  /** What led on from that version of an item's text. */
  textSince: (id: string, item: string, since: number): Promise<TextUpdates> => get(`${hall(id)}/texts/${encodeURIComponent(item)}${queryOf({ since: String(since) })}`),
  sign: (id: string, meeting: string, body: SignForm): Promise<void> => post(`${hall(id)}/meetings/${encodeURIComponent(meeting)}/sign`, body),
  seal: (id: string, meeting: string, body: SealForm): Promise<SealCheck> => post(`${hall(id)}/meetings/${encodeURIComponent(meeting)}/seal`, body),
  replay: (id: string, meeting: string): Promise<Replay> => get(`${hall(id)}/meetings/${encodeURIComponent(meeting)}/replay`),
  sealCheck: (id: string, meeting: string): Promise<SealCheck> => get(`${hall(id)}/meetings/${encodeURIComponent(meeting)}/seal`),
  search: (id: string, asked: Asked, offset = 0): Promise<SearchPage> => get(`${hall(id)}/search${queryOf({ ...asked, offset: String(offset) })}`),
  register: (id: string, asked: Asked, after?: string): Promise<RegisterPage> => get(`${hall(id)}/resolutions${queryOf({ ...asked, after })}`),
  figures: (id: string, year?: string): Promise<Figures> => get(`${hall(id)}/figures${queryOf({ year })}`),
  calendarLink: (): Promise<CalendarLink> => get('/api/calendar-link'),
  freshCalendarLink: (): Promise<CalendarLink> => post('/api/calendar-link', {}),
  /** Signs a blinded ballot of a secret vote; the same one again gets the same signature. */
  collect: (id: string, vote: string, body: BlindedBallot): Promise<BlindSignature> => post(`${hall(id)}/votes/${encodeURIComponent(vote)}/collect`, body),
  ballots: (id: string, vote: string): Promise<PublishedVote> => get(`${hall(id)}/votes/${encodeURIComponent(vote)}/ballots`),
  /** Where secret ballots are cast. */
  ballotBox: (): Promise<{ port?: number; url?: string }> => get('/api/ballot-box'),
  similar: (id: string, q: string): Promise<SimilarPage> => get(`${hall(id)}/similar${queryOf({ q })}`),
  passphrase: (passphrase: string): Promise<void> => post('/api/passphrase', { passphrase }),
  /** The file as it is; `told` hears how much of it has gone, 0 to 1. */
  attach: (id: string, item: string, file: File, visibility: Visibility, told: (part: number) => void): Promise<void> =>
    upload(`${hall(id)}/items/${encodeURIComponent(item)}/attachments${queryOf({ name: file.name, visibility })}`, file, identity(), told),
  invite: (id: string, body: Invite): Promise<Invitations> => post(`${hall(id)}/invitations`, body),
  access: (id: string): Promise<Access> => get(`${hall(id)}/access`),
  revoke: (id: string, body: Revoke): Promise<void> => post(`${hall(id)}/revoke`, body),
  rosterPreview: (id: string, csv: string): Promise<RosterPreview> => post(`${hall(id)}/roster-preview`, csv, 'text/csv; charset=utf-8'),
};

const get = <T>(path: string): Promise<T> => ask<T>(path, { method: 'GET' });

function post<T>(path: string, body: unknown, type = 'application/json'): Promise<T> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask<T>(path, { method: 'POST', body: text, headers: { 'Content-Type': type } });
}

export { ApiError };

/** The forms in which a record can be taken away (P-51), and what its seal is made over (P-50). */
export type RecordForm = 'html' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'akn' | 'popolo' | 'oparl' | 'ics' | 'jsonl' | 'sealed';
const formPath = (id: string, meeting: string, form: RecordForm): string =>
  `${hall(id)}/meetings/${encodeURIComponent(meeting)}/${form === 'sealed' ? 'seal?canonical' : `as/${form}`}`;

/** So long a reader stands in line for what the server makes one after the other: a replay, a PDF. */
const patience = 30_000;

async function fetched(path: string, init: RequestInit, left = patience): Promise<Response> {
  const response = await fetch(path, { ...init, headers: { ...identity(), ...init.headers }, cache: 'no-store' }).catch(() => {
    throw new ApiError({ title: 'offline', status: 0, code: 'offline' });
  });
  if (response.ok) return response;
  const wait = Number(response.headers.get('Retry-After')) * 1000;
  // Reading twice changes nothing; whether to try a deed again is for whoever does it.
  if (init.method !== 'GET' || response.status !== 503 || !(wait > 0) || wait > left) throw new ApiError(await problemOf(response));
  await response.body?.cancel();
  await new Promise((ready) => setTimeout(ready, wait));
  return fetched(path, init, left - wait);
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetched(path, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

// A link sends no header: the address itself names this tab's device.
export const registerFile = (id: string, format: 'xlsx' | 'csv', asked: Asked): string => `${hall(id)}/resolutions.${format}${queryOf({ ...asked, device: deviceId() })}`;
export const figuresFile = (id: string, year: number): string => `${hall(id)}/figures.xlsx${queryOf({ year: String(year), device: deviceId() })}`;
export const fileAddress = (id: string, attachment: string): string => `${hall(id)}/attachments/${encodeURIComponent(attachment)}${queryOf({ device: deviceId() })}`;

/** The record's page, to be shown in a frame. */
export const recordAddress = (id: string, meeting: string): string => `${formPath(id, meeting, 'html')}${queryOf({ device: deviceId() })}`;

/** Names this tab's device; the header's presence also keeps other sites' forms from posting here. */
function identity(): Record<string, string> {
  const device = deviceId();
  return device ? { 'Talar-Device': device } : { 'Talar-Client': '1' };
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { title: response.statusText, status: response.status, code: 'internal' };
  }
}
