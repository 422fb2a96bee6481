import DataLoader from 'dataloader';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from '../database/transaction.js';

/** What is read for a few ids at once, as a part of a statement that other parts are in, too. */
export interface Part<T, Row = ObjectLiteral> {
  /** One text for ever: the statement is prepared by it. `$ids` stands for the ids, `$with` for `with`. */
  readonly sql: string;
  /** The name it is remembered and forgotten by; with another `with` it needs another name. */
  readonly name: string;
  readonly with?: unknown;
  /** By id. The rows have been JSON: moments are texts in them. */
  rows(rows: Row[], tx: Transaction): Map<string, T>;
}

interface Asked {
  part: Part<unknown, never>;
  id: string;
}

/**
 * What different services ask in the same turn goes to the database in one message. Each message costs more than most of what it asks.
 */
export class Together {
  private readonly loader = new DataLoader<Asked, unknown, string>((asked) => this.ask(asked), {
    cacheKeyFn: ({ part, id }) => `${part.name} ${id}`,
  });

  constructor(private readonly tx: Transaction) {}

  load<T, Row>(part: Part<T, Row>, id: string): Promise<T | null> {
    return this.loader.load({ part: part as Part<unknown, never>, id }) as Promise<T | null>;
  }

  forget(name: string, id: string): void {
    this.loader.clear({ part: { name } as Part<unknown, never>, id });
  }

  private async ask(asked: readonly Asked[]): Promise<unknown[]> {
    const parts = new Map(asked.map(({ part }) => [part.name, part]));
    // In one order, so that the same parts make the same statement.
    const inOrder = [...parts.values()].sort((a, b) => (a.sql < b.sql ? -1 : 1));
    const values: unknown[] = [];
    const place = (value: unknown) => `$${values.push(value)}`;
    const selected = inOrder.map((part, at) => {
      const ids = asked.flatMap((each) => (each.part.name === part.name ? [each.id] : []));
      const sql = part.sql.replaceAll('$ids', `${place(ids)}::uuid[]`);
      const whole = 'with' in part ? sql.replaceAll('$with', place(part.with)) : sql;
      return `(SELECT coalesce(json_agg(it), '[]') FROM (${whole}) it) AS "${at}"`;
    });
    const [row] = await this.tx.query<Record<string, never[]>>(`SELECT ${selected.join(',\n')}`, values);
    const found = new Map(inOrder.map((part, at) => [part.name, part.rows(row?.[at] ?? [], this.tx)]));
    return asked.map(({ part, id }) => found.get(part.name)?.get(id) ?? null);
  }
}

/** Rows that were JSON as what they are in the code. */
export function asEntities<Row extends ObjectLiteral>(
  { manager }: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly ObjectLiteral[],
): Row[] {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  return rows.map((row) => {
    const made = metadata.create() as Row;
    for (const column of metadata.columns)
      column.setEntityValue(made, driver.prepareHydratedValue(row[column.databaseName], column));
    return made;
  });
}
