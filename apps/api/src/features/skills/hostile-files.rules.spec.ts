import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readUkGddFramework } from './uk-gdd.rules.js';

const bytes = (name: string) => readFileSync(join(__dirname, 'fixtures', name));

/** A file with pieces cut out, doubled or overwritten. */
const damaged = (name: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(bytes(name).length),
        length: fc.nat(60),
        instead: fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          fc.constantFrom('"', ',', '\n', '\r', '""', '\ufeff').map((text) => Buffer.from(text)),
        ),
      }),
      { maxLength: 4 },
    )
    .map((cuts) =>
      cuts.reduce<Buffer>(
        (file, cut) => Buffer.concat([file.subarray(0, cut.at), cut.instead, file.subarray(cut.at + cut.length)]),
        bytes(name),
      ),
    );

describe('files that somebody damaged', () => {
  it('are a framework or a list of problems with their place, never an exception', () => {
    let refused = 0;
    fc.assert(
      fc.property(damaged('skills.csv'), damaged('roles.csv'), (skills, roles) => {
        const read = readUkGddFramework({ name: 'skills.csv', bytes: skills }, { name: 'roles.csv', bytes: roles });
        if ('framework' in read) return;
        refused += 1;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const problem of read.problems) {
          expect(problem.severity).toBe('ERROR');
          expect(['skills.csv', 'roles.csv']).toContain(problem.file);
          expect(problem.row === null || problem.row >= 1).toBe(true);
        }
      }),
      { numRuns: 400, seed: 2026 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
