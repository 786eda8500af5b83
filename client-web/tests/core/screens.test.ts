import { describe, expect, it } from 'vitest';
import { heardAt, offset, ponged, turnClock, unknownClock, type ServerClock } from '@/core/clock';
import { turnView } from '../views';

// Devices whose own clocks are minutes wrong and run fast or slow, on lines that are slower one way than the other: their digits must
// change within a tenth of a second of each other. Time is simulated; `t` is the server's.

const begin = Date.parse('2023-12-28T06:00:00.000Z');
const oneWayMax = 80; // ms
const timerLateMax = 12; // ms, what a browser's timer may come late
const agreement = 100; // ms

class Device {
  #clock: ServerClock = unknownClock;
  constructor(
    readonly skew: number,
    readonly drift: number,
    readonly there: () => number,
    readonly back: () => number,
    readonly late: () => number,
  ) {}

  local(t: number): number {
    return begin + (t - begin) * (1 + this.drift) + this.skew;
  }
  ping(t: number): void {
    const reached = t + this.there();
    this.#clock = ponged(this.#clock, this.local(t), Math.floor(reached), this.local(reached + this.back()));
  }
  frame(t: number): void {
    this.#clock = heardAt(this.#clock, Math.floor(t), this.local(t + this.back()));
  }
  believes(t: number): number {
    const local = this.local(t);
    return local - offset(this.#clock, local);
  }
  /** When this screen, in truth, shows the second that begins at `boundary`. */
  turnsAt(boundary: number): number {
    return boundary + (boundary - this.believes(boundary)) + this.late();
  }
}

function randomness(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
}

function devices(random: () => number): Device[] {
  const between = (from: number, to: number) => from + (to - from) * random();
  const late = () => between(0, timerLateMax);
  const any = () => between(0, oneWayMax);
  const skew = () => between(-7, 7) * 60_000;
  const drift = () => between(-1e-4, 1e-4);
  return [
    // The worst two lines there can be: all of the delay on the way there, and all of it on the way back.
    new Device(skew(), drift(), () => oneWayMax, () => 0, late),
    new Device(skew(), drift(), () => 0, () => oneWayMax, late),
    ...Array.from({ length: 6 }, () => new Device(skew(), drift(), any, any, late)),
  ];
}

/** Runs ten minutes: a ping every ten seconds, frames as they come; `look` at every second of the second half minute on. */
function run(seed: number, look: (screens: Device[], boundary: number) => void): void {
  const random = randomness(seed);
  const screens = devices(random);
  for (let second = 1; second <= 600; second++) {
    const t = begin + second * 1000;
    screens.forEach((device, index) => {
      if ((second + index) % 10 === 0 || second === 1) device.ping(t - 700);
      if (random() < 0.2) device.frame(t - 300);
    });
    if (second > 1) look(screens, t);
  }
}

describe('screens with clocks minutes apart, on uneven lines', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(`change to the same second within ${agreement} ms (seed %i)`, (seed) => {
    run(seed, (screens, boundary) => {
      const turns = screens.map((device) => device.turnsAt(boundary));
      expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(agreement);
    });
  });

  it('show the same digits and the same colour of a turn that began in the middle of a second', () => {
    const turn = turnView({ started_at: new Date(begin + 400).toISOString(), limit: 180_000 });
    run(9, (screens, boundary) => {
      const settled = boundary + agreement;
      const shown = screens.map((device) => turnClock(turn, Math.floor(device.believes(settled) / 1000) * 1000));
      for (const { seconds, state } of shown) expect({ seconds, state }).toEqual({ seconds: shown[0]!.seconds, state: shown[0]!.state });
    });
  });
});
