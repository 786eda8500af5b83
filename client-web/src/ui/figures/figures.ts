// A year's figures as rows of charts and of the tables beneath them.
import type { Figures, FiguresPerson } from '@/generated/protocol';

/** Parts of a column, from its foot up; what is stacked together is one whole. */
export interface Column {
  readonly label: string;
  readonly values: readonly number[];
}

export const total = (column: Column): number => column.values.reduce((sum, value) => sum + value, 0);

/** The height of the chart: never nothing, so that an empty year is an empty chart. */
export const highest = (columns: readonly Column[], layout: 'stacked' | 'grouped'): number =>
  Math.max(1, ...columns.map((column) => (layout === 'stacked' ? total(column) : Math.max(0, ...column.values))));

/** Every so many columns has its label, so that labels do not run into each other. */
export const labelEvery = (columns: number): number => Math.max(1, Math.ceil(columns / 14));

/** Oldest first, those not held too: that a meeting was not held is a figure as well. */
export const meetingsOf = (figures: Figures): Figures['meetings'] => [...figures.meetings].sort((a, b) => a.at.localeCompare(b.at));

/** Who was there most comes first, as a part of the meetings they were invited to. */
export const byAttendance = (people: readonly FiguresPerson[]): FiguresPerson[] =>
  people.filter(({ invited }) => invited > 0).sort((a, b) => b.attended / b.invited - a.attended / a.invited || b.attended - a.attended);

/** Seats that had somebody, those that spoke most first. */
export const bySpoken = (figures: Figures): Figures['seats'] => figures.seats.filter(({ people }) => people > 0).sort((a, b) => b.spoken - a.spoken);

/** All twelve months, those without a resolution too. */
export const monthsOf = (figures: Figures): Figures['months'] =>
  Array.from({ length: 12 }, (_, at) => figures.months.find(({ month }) => month === at + 1) ?? { month: at + 1, adopted: 0, done: 0 });
