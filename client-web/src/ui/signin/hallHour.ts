// What the tower's clock shows: the hall's hour, wherever the device is.

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tehran', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });

/** Minutes after midnight in the hall. */
export function hallMinutes(moment: number): number {
  const parts = Object.fromEntries(hour.formatToParts(moment).map((part) => [part.type, Number(part.value)]));
  return (parts['hour'] ?? 0) * 60 + (parts['minute'] ?? 0);
}
