import { t } from './words';

// How staff will recognise this device in their list: its system is enough, the person's name stands beside it.

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

export function deviceName(agent: string = navigator.userAgent): string {
  const system = systems.find(([sign]) => sign.test(agent))?.[1] ?? 'Web';
  return t().device(system);
}
