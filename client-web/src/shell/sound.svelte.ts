import type { Chime } from '@/core/chime';
import { store, stored } from './stored';

const tones: Record<Chime, readonly number[]> = { soon: [659], end: [659, 523] }; // Hz
const toneLength = 0.32; // s
const loudness = 0.12;

/** The time signals of one screen: soft tones, on or off as this device was told. A browser lets no page sound before a tap. */
export class Sound {
  on = $state(false);
  readonly #key: string;
  #context: AudioContext | undefined;

  constructor(screen: 'chair' | 'display', usual: 'on' | 'off') {
    this.#key = `talar.sound.${screen}`;
    this.on = stored(this.#key, ['on', 'off'], usual) === 'on';
  }

  /** By a tap, which is also what the browser waits for. */
  turn(how: 'on' | 'off'): void {
    this.on = how === 'on';
    store(this.#key, how);
    if (this.on) this.play('soon');
  }

  play(chime: Chime): void {
    if (!this.on || typeof AudioContext === 'undefined') return;
    this.#context ??= new AudioContext();
    const context = this.#context;
    // Still locked: nothing is queued, for a signal that comes late is worse than none.
    if (context.state === 'suspended') return void context.resume().catch(() => undefined);
    tones[chime].forEach((pitch, place) => tone(context, pitch, context.currentTime + place * toneLength));
  }
}

function tone(context: AudioContext, pitch: number, at: number): void {
  const gain = new GainNode(context, { gain: 0 });
  const voice = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.001, at + toneLength);
  voice.connect(gain).connect(context.destination);
  voice.start(at);
  voice.stop(at + toneLength);
}
