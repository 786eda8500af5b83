// Who can come in: each person's devices and open invitations in one row.
import type { Access, PersonId, View } from '@/generated/protocol';

export interface Entrance {
  id: PersonId;
  name: string;
  state: 'device' | 'invited' | 'neither';
}

export function entrances(view: View, access: Access | undefined): Entrance[] {
  const devices = new Set(access?.devices.map((device) => device.person));
  const invited = new Set(access?.invitations.map((invitation) => invitation.person));
  return Object.entries(view.people)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, person]) => ({ id, name: person.name, state: devices.has(id) ? 'device' : invited.has(id) ? 'invited' : 'neither' }));
}

/** «۱۲۳ ۴۵۶» is copied with fewer mistakes than six digits in a row. */
export const grouped = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ');
