import { Injectable } from '@nestjs/common';
import { can } from './policy.js';
import type { Viewer } from './viewer.js';

type RowClass<Row> = abstract new (...args: never[]) => Row;

/** One thing that can be seen of a row, and the very way in which the product lets somebody see it. */
export interface Aspect {
  /** In words: "Name, job and unit". */
  what: string;
  sees(viewer: Viewer, id: string): Promise<boolean>;
}

/** What a feature tells about its rows, so that an administrator can learn who sees one without seeing it. */
export interface SeenKind<Row extends object = object> {
  entity: RowClass<Row>;
  /** In words: "Submission". */
  name: string;
  /** Whom it is about; null when it is about nobody. */
  subject(row: Row, system: Viewer): string | null | Promise<string | null>;
  /** Others who may have to do with it, such as whoever holds it for marking. */
  involved?(system: Viewer, row: Row): Promise<string[]>;
  aspects: Aspect[];
  /** What is open to people without an account, in a sentence; null for nothing. */
  outside?(system: Viewer, row: Row): Promise<string | null>;
}

/** For rows that the product shows in lists only, each by the rule of this action: whoever finds the row and may. */
export function byRule(entity: RowClass<object>, action: string): Aspect['sees'] {
  return async (viewer, id) => {
    const row: object | null = await viewer.tx.manager.findOneBy(entity as never, { id } as never);
    return row !== null && can(viewer, action, row);
  };
}

/** Which kinds of rows can be asked about. Features register theirs. */
@Injectable()
export class WhoCanSee {
  private readonly registered: SeenKind[] = [];
  private readonly more: { entity: RowClass<object>; aspect: Aspect }[] = [];

  register<Row extends object>(kind: SeenKind<Row>): void {
    this.registered.push(kind as unknown as SeenKind);
  }

  /** A higher feature shows more of a row that a lower one registers. */
  also<Row extends object>(entity: RowClass<Row>, aspect: Aspect): void {
    this.more.push({ entity, aspect });
  }

  /** The classes of rows that can be asked about. */
  kinds(): RowClass<object>[] {
    return this.registered.map(({ entity }) => entity);
  }

  /** The row of this id, whoever asks, with its kind. */
  async find(system: Viewer, id: string): Promise<{ kind: SeenKind; row: object } | null> {
    for (const kind of this.registered) {
      const row = await system.tx.manager.findOneBy(kind.entity as never, { id } as never);
      if (!row) continue;
      const more = this.more.filter(({ entity }) => entity === kind.entity).map(({ aspect }) => aspect);
      return { kind: { ...kind, aspects: [...kind.aspects, ...more] }, row };
    }
    return null;
  }
}
