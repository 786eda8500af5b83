// Dragging a row of a list to another place, as arithmetic: which gap is the pointer over, and what does the list look like then.

export interface Band {
  start: number; // of a row, along the list
  size: number;
}

/** The place (counted without the dragged row) that a row dragged so that its middle is at `middle` would take. */
export function dropPlace(bands: readonly Band[], dragged: number, middle: number): number {
  return bands.filter((band, index) => index !== dragged && middle > band.start + band.size / 2).length;
}

/** How far row `index` moves aside while row `dragged` hovers over `place`. */
export function shiftOf(index: number, dragged: number, place: number, size: number): number {
  if (index > dragged && index <= place) return -size;
  if (index < dragged && index >= place) return size;
  return 0;
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
