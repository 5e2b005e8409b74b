/** What a spreadsheet gets to read. */
import { expect, it } from 'vitest';
import { fromMap, MAP, onMap, REACH, visit } from '../../../course/landscape.ts';
import { runTable } from './run-table.ts';

it('is a line of names and a line for each step, in numbers that programs read', () => {
  const path = [visit('bowl', { x: -4, y: 1.5 }), visit('bowl', { x: 0.125, y: 0 })];
  expect(runTable(path, { step: 'Step', weight1: 'weight "1"', weight2: '=weight, 2', loss: 'loss' })).toBe('"Step","weight ""1""","\'=weight, 2","loss"\r\n0,-4,1.5,14.75\r\n1,0.125,0,0.0078125\r\n');
});

it('a spot that is pointed at is the spot that is drawn, and never off the map', () => {
  for (const at of [{ x: -5, y: 3.2 }, { x: 0, y: 0 }, { x: 1.25, y: -2 }]) expect(fromMap(onMap(at))).toEqual(at);
  expect(fromMap({ x: -40, y: MAP.height + 9 })).toEqual({ x: -REACH.x, y: -REACH.y });
});
