import type { TextView } from '@/generated/protocol';

export const textMax = 20_000; // Unicode code points (protocol/limits.hpp)

/** An item's whole text; in the view it stands line by line, so that a patch carries only the line that changed. */
export const textOf = (text: Pick<TextView, 'lines'> | undefined): string => Object.values(text?.lines ?? {}).join('\n');

/** Does somebody else hold this text alone now? `client`: this editor; without one, anybody's hold counts. */
export const heldBy = (text: Pick<TextView, 'hold'> | undefined, now: number, client?: string): string | undefined =>
  text?.hold !== undefined && Date.parse(text.hold.until) > now && text.hold.client !== client ? text.hold.person : undefined;
