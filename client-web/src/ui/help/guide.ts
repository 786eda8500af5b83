// A guide as chapters of steps. The names of buttons come from the screens' own words, in guillemets, so that they cannot drift.

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** What the chapter is for, before its steps. */
  readonly lead: string;
  readonly steps: readonly string[];
  readonly notes?: readonly string[];
}
export type GuideName = 'chair' | 'secretariat';

export interface Piece {
  readonly text: string;
  readonly label: boolean;
}

/** «…» is the name of something on the screen and is drawn as such. */
export function pieces(line: string): Piece[] {
  return line.split(/(«[^»]*»|“[^”]*”)/).filter((text) => text !== '').map((text) => ({ text, label: /^[«“]/.test(text) }));
}
