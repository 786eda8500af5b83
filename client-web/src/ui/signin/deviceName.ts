import { t } from './words';

// How staff will recognise this device in their list: its system is enough, the person's name stands beside it.

const systems = [
  [/iPad/, 'ipad'],
  [/iPhone/, 'iphone'],
  [/Android/, 'android'],
  [/CrOS/, 'chromeos'],
  [/Windows/, 'windows'],
  [/Mac OS/, 'macos'],
  [/Linux/, 'linux'],
] as const;

export function deviceName(agent: string = navigator.userAgent): string {
  const system = systems.find(([sign]) => sign.test(agent))?.[1];
  return system === undefined ? t().browser : t().device(t().systems[system]);
}
