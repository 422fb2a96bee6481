import { layLanes, neighbourOf } from './lane-layout.js';

const role = (name: string, family: string, count: number) => ({
  id: name,
  name,
  family: { id: family, name: family },
  levels: Array.from({ length: count }, (_, at) => ({ id: `${name}${at + 1}`, order: at + 1 })),
});
const roles = [role('a', 'Data', 3), role('b', 'Data', 2), role('c', 'Shop', 1)];

describe('lanes of job roles', () => {
  it('show each ladder from left to right, one below the other, families named once', () => {
    const { lanes, places } = layLanes(roles, []);
    expect(lanes.map(({ family }) => family)).toEqual(['Data', null, 'Shop']);
    expect(['a1', 'a2', 'a3', 'b1', 'c1'].map((id) => places.get(id)?.column)).toEqual([0, 1, 2, 0, 0]);
    expect(new Set(['a1', 'a2', 'a3'].map((id) => places.get(id)?.y)).size).toBe(1);
    expect(places.get('b1')?.y).toBeGreaterThan(places.get('a1')?.y ?? 0);
  });

  it('stand right of what leads up to them, and take no place for steps across', () => {
    const { places } = layLanes(roles, [
      { from: 'a2', to: 'b1', kind: 'LADDER' },
      { from: 'a3', to: 'c1', kind: 'LATERAL' },
    ]);
    expect([places.get('b1')?.column, places.get('b2')?.column, places.get('c1')?.column]).toEqual([2, 3, 0]);
  });

  it('end also where a ladder comes round by mistake', () => {
    expect(layLanes(roles, [{ from: 'a3', to: 'a1', kind: 'LADDER' }]).places.size).toBe(6);
  });

  it('are walked with the arrow keys', () => {
    const layout = layLanes(roles, []);
    expect(neighbourOf(layout, 'a1', 'ArrowRight')).toBe('a2');
    expect(neighbourOf(layout, 'a3', 'ArrowRight')).toBeNull();
    expect(neighbourOf(layout, 'a3', 'ArrowDown')).toBe('b2');
    expect(neighbourOf(layout, 'c1', 'ArrowUp')).toBe('b1');
    expect(neighbourOf(layout, 'a2', 'End')).toBe('a3');
    expect(neighbourOf(layout, 'a2', 'Tab')).toBeNull();
  });

  it('of two hundred levels are placed without waiting', () => {
    const many = Array.from({ length: 60 }, (_, at) => role(`r${at}`, `f${at % 7}`, 4));
    const started = performance.now();
    layLanes(many, []);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
