// The front of the municipality as line drawing: two wings of equal bays and the clock tower between them. The one place that
// knows the building; sign-in and the hall's join scene only choose how long the wings are. A guess at the real front: redraw here.

export interface Shape {
  kind: 'wall' | 'tile' | 'tl' | 'corn' | 'ln' | 'bay' | 'win' | 'hand';
  d: string;
}

export const bayWidth = 44;
const margin = 30;
const towerWidth = 150;
export const top = -70;
export const height = 372;

export const facadeWidth = (bays: number): number => 2 * (margin + bays * bayWidth) + towerWidth;
export const towerCentre = (bays: number): number => facadeWidth(bays) / 2;

const each = (bays: number, draw: (x: number) => string, from: number): string =>
  Array.from({ length: bays }, (_, at) => draw(from + at * bayWidth)).join('');

/** One wing over `bays` bays; its roof slopes at the outer end only. */
function wing(start: number, bays: number, outer: 'start' | 'end'): Shape[] {
  const end = start + bays * bayWidth;
  const eaves = outer === 'start' ? [start - 8, end] : [start, end + 8];
  const slope = (y: number): [number, number] =>
    outer === 'start' ? [start - 6 + (158 - y) * (32 / 30), end] : [start, end + 6 - (158 - y) * (32 / 30)];
  const [ridgeStart, ridgeEnd] = slope(128);
  const courses = [135.5, 143, 150.5].map((y) => `M${slope(y)[0]} ${y}H${slope(y)[1]}`).join('');
  return [
    { kind: 'wall', d: `M${start} 300V166H${end}V300z` },
    { kind: 'tile', d: `M${slope(158)[0]} 158L${ridgeStart} 128H${ridgeEnd}L${slope(158)[1]} 158z` },
    { kind: 'tl', d: courses },
    { kind: 'corn', d: `M${eaves[0]} 158H${eaves[1]}v8H${eaves[0]}z` },
    { kind: 'bay', d: each(bays, (x) => `M${x + 7} 300V258a15 15 0 0 1 30 0V300`, start) },
    { kind: 'win', d: each(bays, (x) => `M${x + 13} 220V190a9 9 0 0 1 18 0V220z`, start) },
    { kind: 'ln', d: each(bays, (x) => `M${x + 22} 181V220M${x + 13} 202h18M${x} 232V300`, start) + `M${start} 226H${end}M${start} 232H${end}` },
  ];
}

function tower(x: number): Shape[] {
  const cupola = [-27, -8, 11].map((dx) => `M${x + dx} 36V16a8 8 0 0 1 16 0V36`).join('');
  return [
    { kind: 'wall', d: `M${x - 75} 300V150h150V300z` },
    { kind: 'corn', d: `M${x - 82} 142h164v8h-164z` },
    { kind: 'bay', d: `M${x - 34} 300V236a34 34 0 0 1 68 0V300` },
    { kind: 'ln', d: `M${x - 26} 300V237a26 26 0 0 1 52 0V300` },
    { kind: 'win', d: `M${x - 58} 214V180a7 7 0 0 1 14 0V214zM${x + 44} 214V180a7 7 0 0 1 14 0V214zM${x - 20} 190V172a20 20 0 0 1 40 0V190z` },
    { kind: 'wall', d: `M${x - 46} 142V44h92v98zM${x - 34} 36V0h68v36z` },
    { kind: 'corn', d: `M${x - 53} 36h106v8h-106zM${x - 38} -5h76v5h-76z` },
    { kind: 'ln', d: `M${x - 52} 104h104M${x - 52} 109h104M${x - 14} 142V124a14 14 0 0 1 28 0V142M${x} -46V-66` },
    { kind: 'bay', d: cupola },
    { kind: 'tile', d: `M${x - 32} -5C${x - 32} -26 ${x - 16} -36 ${x} -46C${x + 16} -36 ${x + 32} -26 ${x + 32} -5z` },
  ];
}

export function building(bays: number): Shape[] {
  const centre = towerCentre(bays);
  return [...wing(margin, bays, 'start'), ...wing(centre + towerWidth / 2, bays, 'end'), ...tower(centre)];
}

const onDial = (cx: number, cy: number, turn: number, radius: number): string =>
  `${(cx + radius * Math.sin(turn * 2 * Math.PI)).toFixed(1)} ${(cy - radius * Math.cos(turn * 2 * Math.PI)).toFixed(1)}`;

/** The dial's twelve ticks around (cx, cy). */
export const ticks = (cx: number, cy: number): string =>
  Array.from({ length: 12 }, (_, hour) => `M${onDial(cx, cy, hour / 12, 18)}L${onDial(cx, cy, hour / 12, 20.5)}`).join('');

/** Short and long hand at `minutes` after midnight. */
export const hands = (cx: number, cy: number, minutes: number): string =>
  `M${cx} ${cy}L${onDial(cx, cy, minutes / 720, 10)}M${cx} ${cy}L${onDial(cx, cy, minutes / 60, 15.5)}`;
