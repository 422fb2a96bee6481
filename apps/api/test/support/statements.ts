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
