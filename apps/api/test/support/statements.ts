import pg from 'pg';
import { DataSource } from 'typeorm';
import type { TestApi } from './api.js';

/** Counts what the product asks the database while something is done. */
export function statementCounter(api: TestApi): (work: () => Promise<unknown>) => Promise<number> {
  let statements = 0;
  const dataSource = api.app.get(DataSource);
  const open = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (...args) => {
    const runner = open(...args);
    const ask = runner.query.bind(runner);
    runner.query = ((...asked: Parameters<typeof ask>) => {
      statements += 1;
      return ask(...asked);
    }) as typeof runner.query;
    return runner;
  };
  return async (work) => {
    const before = statements;
    await work();
    return statements - before;
  };
}

/** Everything that any connection of this process asks of the database meanwhile; or those alone that also asked for `saying`. */
export async function statementsOf(act: () => Promise<unknown>, saying = ''): Promise<string[]> {
  const asked: { by: pg.Client; text: string }[] = [];
  const ask = pg.Client.prototype.query;
  pg.Client.prototype.query = function spied(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }];
    asked.push({ by: this, text: typeof first === 'string' ? first : (first?.text ?? '') });
    return (ask as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof ask;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = ask;
  }
  const theirs = new Set(asked.filter(({ text }) => text.includes(saying)).map(({ by }) => by));
  return asked.filter(({ by }) => theirs.has(by)).map(({ text }) => text);
}
