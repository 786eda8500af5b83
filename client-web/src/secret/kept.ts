import type { HallId, PersonId, VoteId } from '@/generated/protocol';
import type { Blinded } from './blinding';

/** A ballot that can be cast. hash: SHA-256 of the message, by which the ballot is known from then on; digest: of the blinded one. */
export interface Signed {
  readonly message: string; // base64
  readonly signature: string; // base64
  readonly hash: string; // hexadecimal
  readonly digest: string; // hexadecimal
}

/**
 * How far this device is with its ballot of a secret vote. chosen: it may have been collected, nobody knows yet; signed: it is
 * to be cast at `at` (the server's clock); cast: the box has it; refused: the box would not have it; late: it was collected, but the
 * vote closed before its signature came; checked: whether the published list has it.
 */
export type Kept =
  | { readonly step: 'chosen'; readonly paper: Blinded }
  | ({ readonly step: 'signed'; readonly at: number } & Signed)
  | ({ readonly step: 'cast' } & Signed)
  | ({ readonly step: 'refused'; readonly code: string } & Signed)
  | { readonly step: 'late'; readonly digest: string }
  | ({ readonly step: 'checked'; readonly found: boolean; readonly acknowledged: boolean } & Partial<Signed> & Pick<Signed, 'hash' | 'digest'>);

export const digestOf = (kept: Kept): string => (kept.step === 'chosen' ? kept.paper.digest : kept.digest);

/** Where a ballot survives a reload. `durable` is false where the browser keeps nothing: then it lasts as long as the page. */
export interface Keep {
  read(): Kept | undefined;
  write(kept: Kept): void;
  clear(): void;
  readonly durable: boolean;
}

const prefix = 'talar.ballot';
const keyOf = (hall: HallId, person: PersonId, vote: VoteId): string => `${prefix}.${hall}.${person}.${vote}`;

export class LocalKeep implements Keep {
  durable = true;
  #memory: Kept | undefined;
  readonly #key: string;

  constructor(hall: HallId, person: PersonId, vote: VoteId) {
    this.#key = keyOf(hall, person, vote);
  }

  read(): Kept | undefined {
    try {
      const text = localStorage.getItem(this.#key);
      return text === null ? this.#memory : (JSON.parse(text) as Kept);
    } catch {
      return this.#memory;
    }
  }
  write(kept: Kept): void {
    this.#memory = kept;
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      this.durable = false;
    }
  }
  clear(): void {
    this.#memory = undefined;
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Then there is nothing to remove.
    }
  }
}
