const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Applies an RFC 7396 merge patch without touching `target`. Whatever the patch does not change keeps its identity, so that
 * the screen renders again only what it must.
 */
export function applyPatch<T>(target: T, patch: unknown): T {
  return merge(target, patch) as T;
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return same(target, patch) ? target : patch;
  const before = isObject(target) ? target : {};
  let after: Record<string, unknown> | undefined = isObject(target) ? undefined : {};
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) {
      if (Object.hasOwn(before, key)) delete (after ??= { ...before })[key];
      continue;
    }
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const merged = merge(old, change);
    if (merged !== old || !Object.hasOwn(before, key)) set((after ??= { ...before }), key, merged);
  }
  return after ?? before;
}

/** Arrays travel whole; an equal one keeps the old identity. */
function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

/** A key named __proto__ is data like any other. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
