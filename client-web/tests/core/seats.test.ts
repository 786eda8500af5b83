import { describe, expect, it } from 'vitest';
import { boardOf, seatsOf } from '@/core/seats';
import { personView, requestView, turnView, viewOf } from '../views';

describe('the seat board', () => {
  it('has every seat in the order of the roster, with what its person does', () => {
    const view = viewOf({
      people: { z: personView(1), a: personView(2), b: personView(3), c: personView(4), d: personView(5, { presence: 'out' }), e: personView(6, { presence: 'excused' }) },
      floor: { list_open: true, turn: turnView({ person: 'a', kind: 'point_of_order' }), interrupted: turnView({ person: 'b' }), queue: ['r'], requests: { r: requestView('c') } },
    });
    expect(seatsOf(view).map(({ id, mark }) => `${id} ${mark}`)).toEqual(['z here', 'a speaking', 'b paused', 'c waiting', 'd out', 'e away']);
  });

  it('fits a chamber with names, and a plenary without', () => {
    expect(boardOf(24)).toEqual({ columns: 6, named: true });
    expect(boardOf(40)).toEqual({ columns: 8, named: true });
    expect(boardOf(400).named).toBe(false);
    expect(boardOf(1).columns).toBe(2);
  });
});
