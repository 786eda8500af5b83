// A hit's text in pieces, so that what matched can be marked without building HTML from text.

export interface Piece {
  text: string;
  hit: boolean;
}

/**
 * Cuts `text` at the server's marks: pairs [from, to) of UTF-16 units, which is what JavaScript counts in.
 * Marks may touch, overlap or overshoot; the pieces always join to exactly `text`.
 */
export function pieces(text: string, marks: readonly (readonly number[])[]): Piece[] {
  const clean = marks
    .map(([from = 0, to = 0]) => ({ from: Math.max(0, from), to: Math.min(text.length, to) }))
    .filter((mark) => mark.from < mark.to)
    .sort((a, b) => a.from - b.from);
  const result: Piece[] = [];
  let at = 0;
  for (const { from, to } of clean) {
    if (to <= at) continue;
    if (from > at) result.push({ text: text.slice(at, from), hit: false });
    const start = Math.max(from, at);
    const last = result.at(-1);
    if (last?.hit && start === at) last.text += text.slice(start, to);
    else result.push({ text: text.slice(start, to), hit: true });
    at = to;
  }
  if (at < text.length) result.push({ text: text.slice(at), hit: false });
  return result;
}
