const tehranOffset = 3.5 * 3_600_000;

/** Which day it is in Tehran at an instant: "2024-01-04". */
export const dayAt = (now: number): string => new Date(now + tehranOffset).toISOString().slice(0, 10);
