import fc from 'fast-check';

export type Row = Record<string, unknown> & { id: string };
export type Rows = Record<string, Record<string, unknown>[]>;

/** Draws a value; which ones is fast-check's business, so that a seed gives the same world again. */
export type Draw = <T>(builder: () => fc.Arbitrary<T>) => T;

const DAY_MS = 86_400_000;
const HOURS = [-24 * 400, -24, -1, 1, 24];

/** Chance, time and the rows that were made so far: what every part of an invented organisation is made with. */
export class Inventing {
  readonly rows: Rows = {};
  private made = 0;

  constructor(
    private readonly draw: Draw,
    private readonly now: Date,
  ) {}

  add(table: string, row: Record<string, unknown>): string {
    const id = this.nextId();
    this.put(table, { id, ...row });
    return id;
  }

  put(table: string, row: Record<string, unknown>): void {
    (this.rows[table] ??= []).push(row);
  }

  /** How many things there are so far. */
  get count(): number {
    return this.made;
  }

  nextId(): string {
    this.made += 1;
    return `00000000-0000-4000-8000-${this.made.toString(16).padStart(12, '0')}`;
  }

  number(min: number, max: number): number {
    return this.draw(() => fc.integer({ min, max }));
  }

  chance(of: number): boolean {
    return this.number(1, 1_000) <= of * 1_000;
  }

  of<T>(all: readonly T[]): T {
    const one = all[this.number(0, all.length - 1)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  }

  maybe(all: readonly string[], chance: number): string | null {
    return all.length > 0 && this.chance(chance) ? this.of(all) : null;
  }

  day(offset: number): string {
    return new Date(this.now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  }

  hour(offset = this.of(HOURS)): string {
    return new Date(this.now.getTime() + offset * 3_600_000).toISOString();
  }
}
