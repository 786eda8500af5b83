// What the tower's clock shows: the hall's hour, wherever the device is.

const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tehran', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });

export function hallHour(moment: number): { hour: number; minute: number } {
  const found = Object.fromEntries(parts.formatToParts(moment).map((part) => [part.type, Number(part.value)]));
  return { hour: found['hour'] ?? 0, minute: found['minute'] ?? 0 };
}
