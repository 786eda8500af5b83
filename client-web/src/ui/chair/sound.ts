import { Sound } from '@/shell/sound.svelte';

/** The chair taps all the time, so the browser lets it sound, and it does unless it is muted. */
export const sound = new Sound('chair', 'on');
