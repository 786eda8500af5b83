import type { Ballot, VoteForm, VoteId } from '@/generated/protocol';
import type { Blinded } from './blinding';

interface Blind {
  ask: 'blind';
  key: string;
  vote: VoteId;
  form: VoteForm;
  ballot: Ballot;
}
interface Unblind {
  ask: 'unblind';
  key: string;
  paper: Blinded;
  signature: string;
}
export type Asked = { id: number } & (Blind | Unblind);
export type Answered = { id: number; result: Blinded | string } | { id: number; fault: string };

/** What blinds ballots and unblinds signatures, wherever that is done. */
export interface Blinder {
  blind(key: string, vote: VoteId, form: VoteForm, ballot: Ballot): Promise<Blinded>;
  unblind(key: string, paper: Blinded, signature: string): Promise<string>;
}

/** The worker behind a promise: started when the first ballot is blinded, kept for the next. */
export class WorkerBlinder implements Blinder {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, { done: (result: Blinded | string) => void; failed: (fault: Error) => void }>();

  async blind(key: string, vote: VoteId, form: VoteForm, ballot: Ballot): Promise<Blinded> {
    // Plain copies: reactive objects cannot be sent to a worker.
    const plain = JSON.parse(JSON.stringify({ form, ballot })) as { form: VoteForm; ballot: Ballot };
    return (await this.#ask({ ask: 'blind', key, vote, ...plain })) as Blinded;
  }
  async unblind(key: string, paper: Blinded, signature: string): Promise<string> {
    return (await this.#ask({ ask: 'unblind', key, paper: JSON.parse(JSON.stringify(paper)) as Blinded, signature })) as string;
  }

  #ask(what: Blind | Unblind): Promise<Blinded | string> {
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      worker.postMessage({ id, ...what } satisfies Asked);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('fault' in data) waiting?.failed(new Error(data.fault));
      else waiting?.done(data.result);
    });
    // A worker that cannot start: all who wait are told, and the next one tries anew.
    worker.addEventListener('error', () => {
      for (const { failed } of this.#waiting.values()) failed(new Error('the worker failed'));
      this.#waiting.clear();
      worker.terminate();
      this.#worker = undefined;
    });
    return worker;
  }
}
