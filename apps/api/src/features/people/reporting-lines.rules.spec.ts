import fc from 'fast-check';
import { cycleInWords, firstCycle, type ReportingLine } from './reporting-lines.rules.js';

const line = (
  personId: string,
  managerId: string,
  from = '2026-01-01',
  until: string | null = null,
): ReportingLine => ({
  personId,
  managerId,
  from,
  until,
});
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`;

describe('reporting lines', () => {
  it('may be a tree of any depth', () => {
    const deep = Array.from({ length: 20_000 }, (_, index) => line(`p${index + 1}`, `p${index}`));
    expect(firstCycle(deep, '2026-01-01')).toBeNull();
    expect(firstCycle([...deep, line('p0', 'p20000')], '2026-01-01')?.people).toHaveLength(20_001);
  });

  it('close a circle on the day on which the last line begins, and not before', () => {
    const lines = [line('ada', 'ben'), line('ben', 'cid'), line('cid', 'ada', '2026-03-01')];
    const found = firstCycle(lines, '2026-01-01');
    expect(found?.day).toBe('2026-03-01');
    expect(found?.people.slice().sort()).toEqual(['ada', 'ben', 'cid']);
  });

  it('that do not meet on any day are none', () => {
    const lines = [line('ada', 'ben', '2026-01-01', '2026-02-28'), line('ben', 'ada', '2026-03-01')];
    expect(firstCycle(lines, '2026-01-01')).toBeNull();
    expect(
      firstCycle([line('ada', 'ben', '2026-01-01', '2026-03-01'), lines[1] as ReportingLine], '2026-01-01'),
    ).not.toBeNull();
  });

  it('are told in words', () => {
    expect(cycleInWords(['Ada', 'Ben', 'Cid'])).toBe('Ada reports to Ben, Ben to Cid, Cid to Ada');
  });

  /** By brute force: on every single day, does anybody reach themselves? */
  function somebodyReachesThemselves(lines: readonly ReportingLine[], days: readonly string[]): string | null {
    for (const on of days) {
      const lasting = lines.filter(({ from, until }) => from <= on && (until === null || until >= on));
      const up = (id: string) => lasting.filter(({ personId }) => personId === id).map(({ managerId }) => managerId);
      for (const start of new Set(lasting.map(({ personId }) => personId))) {
        const reached = new Set<string>();
        let edge = up(start);
        while (edge.length > 0) {
          for (const id of edge) reached.add(id);
          edge = edge.flatMap(up).filter((id) => !reached.has(id));
        }
        if (reached.has(start)) return on;
      }
    }
    return null;
  }

  it('of any shape: the circle that is found is one, and none is missed on any day', () => {
    const person = fc.integer({ min: 0, max: 6 }).map((number) => `p${number}`);
    const anyLine = fc
      .record({
        personId: person,
        managerId: person,
        from: fc.integer({ min: 1, max: 20 }),
        lasts: fc.option(fc.integer({ min: 0, max: 10 })),
      })
      .map(({ personId, managerId, from, lasts }) =>
        line(personId, managerId, day(from), lasts === null ? null : day(from + lasts)),
      );
    const days = Array.from({ length: 31 }, (_, index) => day(index + 1));
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 14 }), fc.integer({ min: 1, max: 25 }), (lines, since) => {
        const from = day(since);
        const found = firstCycle(lines, from);
        expect(found?.day ?? null).toBe(
          somebodyReachesThemselves(
            lines,
            days.filter((on) => on >= from),
          ),
        );
        if (!found) return;
        for (const [index, id] of found.people.entries()) {
          const next = found.people[(index + 1) % found.people.length];
          expect(
            lines.some(
              (each) =>
                each.personId === id &&
                each.managerId === next &&
                each.from <= found.day &&
                (each.until === null || each.until >= found.day),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
