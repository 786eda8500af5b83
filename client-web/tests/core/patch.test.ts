import { describe, expect, it } from 'vitest';
import { applyPatch } from '@/core/patch';

// The examples of RFC 7396, appendix A.
const examples: [unknown, unknown, unknown][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c', 'd'], ['c', 'd']],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

/** A small repeatable source of chance, so that a failure can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

type Tree = { [key: string]: Tree | string | number };

function tree(random: () => number, depth: number): Tree {
  const keys = ['a', 'b', 'c', 'd'].filter(() => random() < 0.6);
  return Object.fromEntries(keys.map((key) => [key, depth > 0 && random() < 0.5 ? tree(random, depth - 1) : Math.floor(random() * 4)]));
}

/** The merge patch from one tree to another, by the letter of the RFC. */
function diff(before: Tree, after: Tree): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(before)) if (!(key in after)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    if (typeof value === 'object' && typeof old === 'object') {
      const inner = diff(old, value);
      if (Object.keys(inner).length > 0) patch[key] = inner;
    } else if (typeof value === 'object' || value !== old) patch[key] = value;
  }
  return patch;
}

describe('applyPatch', () => {
  it.each(examples)('RFC 7396: %j with %j', (target, patch, result) => {
    expect(applyPatch(target, patch)).toEqual(result);
  });

  it('leads from any tree to any other, and leaves the first untouched', () => {
    const random = chance(7);
    for (let round = 0; round < 500; round++) {
      const [before, after] = [tree(random, 3), tree(random, 3)];
      const kept = structuredClone(before);
      expect(applyPatch(before, diff(before, after))).toEqual(after);
      expect(before).toEqual(kept);
    }
  });

  it('keeps the identity of everything that does not change', () => {
    const before = { a: { x: 1, list: [1, 2] }, b: { y: { z: 1 } } };
    const after = applyPatch(before, { a: { x: 2, list: [1, 2] } });
    expect(after.b).toBe(before.b);
    expect(after.a).not.toBe(before.a);
    expect(after.a.list).toBe(before.a.list);
    expect(applyPatch(before, { a: { x: 1 } })).toBe(before);
    expect(applyPatch(before, { c: null })).toBe(before);
  });

  it('takes a key named __proto__ as data', () => {
    const after = applyPatch<Record<string, unknown>>({}, JSON.parse('{"__proto__":{"x":1}}'));
    expect(Object.hasOwn(after, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
