import type { Problem } from '@/generated/protocol';
import { ApiError } from './apiError';

/**
 * Something that a page asks the server for: what has come, whether it is being read, and why it could not be. What came before
 * stays until the answer to the newest question is there; answers to older ones are not heard any more.
 */
export class Reading<T, Named extends string = never> {
  value = $state.raw<T>();
  fault = $state<Named | 'offline' | 'failed'>();
  busy = $state(false);
  readonly #nameOf: (problem: Problem) => Named | undefined;
  #ask: () => Promise<T> = () => Promise.reject(new Error('nothing has been asked'));
  #newest = 0;

  /** `nameOf`: the faults that this page has words for, beside those that every page has. */
  constructor(nameOf: (problem: Problem) => Named | undefined = () => undefined) {
    this.#nameOf = nameOf;
  }

  async read(ask: () => Promise<T>): Promise<void> {
    this.#ask = ask;
    const turn = (this.#newest += 1);
    this.busy = true;
    this.fault = undefined;
    try {
      const value = await ask();
      if (turn === this.#newest) this.value = value;
    } catch (error) {
      if (turn === this.#newest) this.fault = this.#named(error);
    } finally {
      if (turn === this.#newest) this.busy = false;
    }
  }

  /** The very question that failed, once more. */
  again(): void {
    void this.read(this.#ask);
  }

  /** Forgets what has come and what is still to come: it belongs to another question. */
  clear(): void {
    this.#newest += 1;
    this.value = this.fault = undefined;
    this.busy = false;
  }

  #named(error: unknown): Named | 'offline' | 'failed' {
    if (!(error instanceof ApiError)) return 'failed';
    if (error.problem.code === 'offline') return 'offline';
    return this.#nameOf(error.problem) ?? 'failed';
  }
}
