// The agenda editor's moves as places in the tree: up, down, in and out, and dropping a row between two others.
import type { View } from '@/generated/protocol';

export interface Place {
  parent: string | undefined;
  position: number; // among the parent's parts, without the moved item itself
}

export const depthMax = 3;

type Items = View['items'];

/** Parts of `parent` in reading order; `agenda` gives the order. */
export function siblings(items: Items, agenda: readonly string[], parent: string | undefined): string[] {
  return agenda.filter((id) => items[id]?.parent === parent);
}

function depthOf(items: Items, id: string | undefined): number {
  return id === undefined ? 0 : 1 + depthOf(items, items[id]!.parent);
}

/** Levels of the item with its parts: 1 for one without any. */
function heightOf(items: Items, agenda: readonly string[], id: string): number {
  return 1 + Math.max(0, ...siblings(items, agenda, id).map((part) => heightOf(items, agenda, part)));
}

function inside(items: Items, id: string | undefined, tree: string): boolean {
  return id !== undefined && (id === tree || inside(items, items[id]!.parent, tree));
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a step leads; nothing when the item cannot take it. */
export function stepPlace(items: Items, agenda: readonly string[], id: string, step: Step): Place | undefined {
  const parent = items[id]!.parent;
  const row = siblings(items, agenda, parent);
  const at = row.indexOf(id);
  switch (step) {
    case 'up':
      return at > 0 ? { parent, position: at - 1 } : undefined;
    case 'down':
      return at < row.length - 1 ? { parent, position: at + 1 } : undefined;
    case 'in': {
      const host = row[at - 1];
      if (host === undefined || depthOf(items, host) + heightOf(items, agenda, id) > depthMax) return undefined;
      return { parent: host, position: siblings(items, agenda, host).length };
    }
    case 'out': {
      if (parent === undefined) return undefined;
      const outer = items[parent]!.parent;
      return { parent: outer, position: siblings(items, agenda, outer).indexOf(parent) + 1 };
    }
  }
}

/** Dropped so that it reads right after `before` (nothing: at the top). It becomes a sibling of what follows there, else of `before`. */
export function dropAfter(items: Items, agenda: readonly string[], id: string, before: string | undefined): Place | undefined {
  const rest = agenda.filter((other) => !inside(items, other, id));
  if (before !== undefined && !rest.includes(before)) return undefined;
  const after = rest[before === undefined ? 0 : rest.indexOf(before) + 1];
  const neighbour = after !== undefined && items[after]!.parent === before ? after : before;
  const parent = neighbour === undefined ? undefined : items[neighbour]!.parent;
  if (depthOf(items, parent) + heightOf(items, agenda, id) > depthMax) return undefined;
  const row = siblings(items, agenda, parent).filter((other) => other !== id);
  const place: Place = { parent, position: neighbour === undefined ? 0 : row.indexOf(neighbour) + (neighbour === before ? 1 : 0) };
  const here = siblings(items, agenda, items[id]!.parent).indexOf(id);
  return place.parent === items[id]!.parent && place.position === here ? undefined : place;
}
