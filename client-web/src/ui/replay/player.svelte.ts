import type { Film } from './film';

export const speeds = [1, 4, 16, 60] as const;
export type Speed = (typeof speeds)[number];
const beat = 250;

/** A hand on the film: where it stands, whether it runs, and how fast. */
export class Player {
  at = $state(0);
  playing = $state(false);
  speed = $state<Speed>(1);
  /** Whole seconds, as screens show them. */
  readonly second: number = $derived(Math.floor(this.at / 1000) * 1000);
  #timer: ReturnType<typeof setInterval> | undefined;
  #seen = 0;

  constructor(readonly film: Film) {
    this.at = film.opening;
  }

  play(): void {
    if (this.playing) return;
    if (this.at >= this.film.end) this.at = this.film.opening;
    this.playing = true;
    this.#seen = performance.now();
    this.#timer = setInterval(() => this.#go(), beat);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.playing = false;
  }

  seek(moment: number): void {
    this.at = Math.min(this.film.end, Math.max(this.film.begin, moment));
  }

  toNext(): void {
    this.seek(this.film.next(this.at)?.at ?? this.film.end);
  }

  toPrevious(): void {
    this.seek(this.film.previous(this.at)?.at ?? this.film.begin);
  }

  #go(): void {
    const now = performance.now();
    this.seek(this.at + (now - this.#seen) * this.speed);
    this.#seen = now;
    if (this.at >= this.film.end) this.pause();
  }
}
