import type { Actor } from '../cast/actors.js';

/** Class.action → row → the actors who may, in their order. Whoever does not stand there may not. */
export type Cells = Record<string, Record<string, string>>;

/** A statement under the database role of requests, in somebody's name; `#name#` is the row of that name. */
export interface Attempt {
  by: Actor | 'linkHolder';
  sql: string;
  done: boolean;
}

/** Who gets a statement done, and whom it is refused. */
export function tried(sql: string, done: Attempt['by'][], refused: Attempt['by'][]): Attempt[] {
  return [...done.map((by) => ({ by, sql, done: true })), ...refused.map((by) => ({ by, sql, done: false }))];
}
