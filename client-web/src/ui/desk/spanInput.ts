import { toAscii } from '@/core/digits';

// Lengths of time as they are typed: «۳» is three minutes, «۱:۳۰» a minute and a half.

/** In seconds; nothing for what is no length. */
export function parseSpan(typed: string): number | undefined {
  const match = /^\s*(\d{1,4})(?:\s*[:٫.]\s*(\d{2}))?\s*$/.exec(toAscii(typed));
  if (!match) return undefined;
  const seconds = Number(match[2] ?? 0);
  return seconds < 60 ? Number(match[1]) * 60 + seconds : undefined;
}

/** As a field shows it again, in ASCII digits: 3:00. */
export const typedSpan = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
