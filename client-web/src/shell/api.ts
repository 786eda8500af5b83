import type {
  Access,
  BlindedBallot,
  BlindSignature,
  CalendarLink,
  Invitations,
  Invite,
  MeetingPage,
  MeetingRecord,
  Problem,
  PublishedVote,
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
import { deviceId } from './device';
import { ApiError } from './apiError';
import { upload } from './upload';

const hall = (id: string): string => `/api/halls/${encodeURIComponent(id)}`;

export const api = {
  whoami: (): Promise<WhoAmI> => get('/api/whoami'),
  signIn: (body: SignIn): Promise<SignedIn> => post('/api/sign-in', body),
  signOut: (): Promise<void> => post('/api/sign-out', {}),
  meetings: (id: string, after?: string): Promise<MeetingPage> => get(`${hall(id)}/meetings${query({ after })}`),
  record: (id: string, meeting: string): Promise<MeetingRecord> => get(`${hall(id)}/meetings/${encodeURIComponent(meeting)}`),
  search: (id: string, q: string, offset = 0): Promise<SearchPage> => get(`${hall(id)}/search${query({ q, offset: String(offset) })}`),
  /** What led on from that version of an item's text. */
  textSince: (id: string, item: string, since: number): Promise<TextUpdates> => get(`${hall(id)}/texts/${encodeURIComponent(item)}${query({ since: String(since) })}`),
  sign: (id: string, meeting: string, body: SignForm): Promise<void> => post(`${hall(id)}/meetings/${encodeURIComponent(meeting)}/sign`, body),
  seal: (id: string, meeting: string, body: SealForm): Promise<SealCheck> => post(`${hall(id)}/meetings/${encodeURIComponent(meeting)}/seal`, body),
  calendarLink: (): Promise<CalendarLink> => get('/api/calendar-link'),
  freshCalendarLink: (): Promise<CalendarLink> => post('/api/calendar-link', {}),
  /** Signs a blinded ballot of a secret vote; the same one again gets the same signature. */
  collect: (id: string, vote: string, body: BlindedBallot): Promise<BlindSignature> => post(`${hall(id)}/votes/${encodeURIComponent(vote)}/collect`, body),
  ballots: (id: string, vote: string): Promise<PublishedVote> => get(`${hall(id)}/votes/${encodeURIComponent(vote)}/ballots`),
  /** Where secret ballots are cast. */
  ballotBox: (): Promise<{ port?: number; url?: string }> => get('/api/ballot-box'),
  similar: (id: string, q: string): Promise<SimilarPage> => get(`${hall(id)}/similar${query({ q })}`),
  passphrase: (passphrase: string): Promise<void> => post('/api/passphrase', { passphrase }),
  /** The file as it is; `told` hears how much of it has gone, 0 to 1. */
  attach: (id: string, item: string, file: File, visibility: Visibility, told: (part: number) => void): Promise<void> =>
    upload(`${hall(id)}/items/${encodeURIComponent(item)}/attachments${query({ name: file.name, visibility })}`, file, identity(), told),
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

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { ...init, headers: { Accept: 'application/json', ...identity(), ...init.headers }, cache: 'no-store' }).catch(
    () => {
      throw new ApiError({ title: 'offline', status: 0, code: 'offline' });
    },
  );
  if (!response.ok) throw new ApiError(await problemOf(response));
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** A link sends no header: the address itself names this tab's device. */
export const fileAddress = (id: string, attachment: string): string => `${hall(id)}/attachments/${encodeURIComponent(attachment)}${query({ device: deviceId() })}`;

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

function query(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
