import { describe, expect, it } from 'vitest';
import { doorRows, hourOf, isOpenToArrivals } from '@/ui/kiosk/people';
import { meetingView, personView, viewOf } from '../views';

const view = viewOf({
  people: {
    services: personView(2, { name: 'معاون خدمات شهری', short_name: 'خدمات', arrived_at: '2023-12-28T05:34:00.000Z' }),
    mayor: personView(1, { name: 'شهردار رشت', short_name: 'شهردار', presence: 'absent' }),
    artist: personView(3, { name: 'نخبهٔ حوزهٔ هنر', short_name: 'هنر', presence: 'out', departed_at: '2023-12-28T06:00:00.000Z' }),
  },
});
const found = (sought: string): string[] => doorRows(view, sought).map((row) => row.id);

describe('the door', () => {
  it('lists everybody in the order of the roster, with who is in', () => {
    expect(found('')).toEqual(['mayor', 'services', 'artist']);
    expect(doorRows(view, '').map((row) => row.here)).toEqual([false, true, false]);
  });
  it('finds a name by the beginnings of its words, on any keyboard', () => {
    expect(found('خدمات')).toEqual(['services']);
    expect(found('شهري')).toEqual(['services']); // Arabic ye
    expect(found('شهر')).toEqual(['mayor', 'services']);
    expect(found('رشت شهردار')).toEqual(['mayor']);
    expect(found('حوزه هنر')).toEqual(['artist']);
    expect(found('دمات')).toEqual([]);
  });
  it('tells the hour of coming or of leaving', () => {
    expect(doorRows(view, '').map((row) => hourOf(row) && new Date(hourOf(row)!).toISOString().slice(11, 16))).toEqual([undefined, '05:34', '06:00']);
  });
  it('takes arrivals from convening to the end', () => {
    const open = (['drafted', 'convened', 'open', 'recess', 'closed', 'not_held'] as const).filter((state) => isOpenToArrivals(meetingView({ state })));
    expect(open).toEqual(['convened', 'open', 'recess']);
    expect(isOpenToArrivals(undefined)).toBe(false);
  });
});
