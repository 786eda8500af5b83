import type { Role } from '@/generated/protocol';
import { queryOf, type Asked } from '@/core/query';

// The few pages of the client, each known by its path.

export type Page =
  | { name: 'home' }
  | { name: 'join' }
  | { name: 'hall'; hall: string }
  | { name: 'observe'; hall: string }
  | { name: 'display'; hall: string }
  | { name: 'kiosk'; hall: string }
  | { name: 'archive'; hall: string }
  | { name: 'record'; hall: string; meeting: string }
  | { name: 'ballots'; hall: string; vote: string }
  | { name: 'replay'; hall: string; meeting: string }
  | { name: 'resolutions'; hall: string; asked: string }
  | { name: 'figures'; hall: string; asked: string }
  | { name: 'seal'; hall: string; meeting: string }
  | { name: 'search'; hall: string; asked: string }
  | { name: 'help'; hall: string; guide: string }
  | { name: 'unknown' };

/** `asked` is a page's own query: what is looked for, and among what. */
export function parsePath(path: string, search = ''): Page {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { name: 'home' };
  if (parts.length === 1 && parts[0] === 'join') return { name: 'join' };
  const [first, hall, page, meeting, part] = parts.map(decode);
  if (first !== 'hall' || !hall || parts.length > 5) return { name: 'unknown' };
  if (part !== undefined) return page === 'archive' && meeting && part === 'replay' ? { name: 'replay', hall, meeting } : { name: 'unknown' };
  if (meeting !== undefined) {
    if (page === 'seal') return { name: 'seal', hall, meeting };
    if (page === 'archive') return { name: 'record', hall, meeting };
    if (page === 'votes') return { name: 'ballots', hall, vote: meeting };
    return page === 'help' && guides.includes(meeting) ? { name: 'help', hall, guide: meeting } : { name: 'unknown' };
  }
  switch (page) {
    case undefined:
      return { name: 'hall', hall };
    case 'observe':
    case 'display':
    case 'kiosk':
    case 'archive':
      return { name: page, hall };
    case 'search':
    case 'resolutions':
    case 'figures':
      return { name: page, hall, asked: search };
    default:
      return { name: 'unknown' };
  }
}

/** Who has a guide of their own. */
const guides: readonly string[] = ['chair', 'secretariat'];

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a signed-in device belongs: the projector and the tablet at the door have pages of their own. */
export function homeOf(hall: string, role: Role | undefined): string {
  if (role === 'display') return paths.display(hall);
  return role === 'kiosk' ? paths.kiosk(hall) : paths.hall(hall);
}

export const paths = {
  hall: (hall: string) => `/hall/${encodeURIComponent(hall)}`,
  observe: (hall: string) => `/hall/${encodeURIComponent(hall)}/observe`,
  display: (hall: string) => `/hall/${encodeURIComponent(hall)}/display`,
  kiosk: (hall: string) => `/hall/${encodeURIComponent(hall)}/kiosk`,
  archive: (hall: string) => `/hall/${encodeURIComponent(hall)}/archive`,
  record: (hall: string, meeting: string) => `/hall/${encodeURIComponent(hall)}/archive/${encodeURIComponent(meeting)}`,
  /** Of a secret vote: all its ballots, to be counted again. */
  ballots: (hall: string, vote: string) => `/hall/${encodeURIComponent(hall)}/votes/${encodeURIComponent(vote)}`,
  help: (hall: string, guide: 'chair' | 'secretariat') => `/hall/${encodeURIComponent(hall)}/help/${guide}`,
  search: (hall: string, asked: Asked) => `/hall/${encodeURIComponent(hall)}/search${queryOf(asked)}`,
  /** What was decided, and what became of it. */
  resolutions: (hall: string, asked: Asked = {}) => `/hall/${encodeURIComponent(hall)}/resolutions${queryOf(asked)}`,
  figures: (hall: string, asked: Asked = {}) => `/hall/${encodeURIComponent(hall)}/figures${queryOf(asked)}`,
  /** A past meeting as it went, second by second. */
  replay: (hall: string, meeting: string) => `/hall/${encodeURIComponent(hall)}/archive/${encodeURIComponent(meeting)}/replay`,
  seal: (hall: string, meeting: string) => `/hall/${encodeURIComponent(hall)}/seal/${encodeURIComponent(meeting)}`,
};
