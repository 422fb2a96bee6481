import { Injectable } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type LikelyTable, likelyTable, type TableKind } from './table-kinds.rules.js';

@ObjectType('LikelyTable', { description: 'Another import for which a table seems to be meant, by its columns.' })
export class LikelyTableType {
  @Field({ description: 'What it seems to be, as in: a list of people.' })
  what: string;

  @Field({ description: 'Where in the portal such a table is imported.' })
  path: string;

  @Field(() => Int, { description: 'So many of its columns are known there.' })
  known: number;

  @Field(() => Int, { description: 'So many columns it has.' })
  of: number;
}

/** The tables that can be imported somewhere: each import says what its own look like, and all hear of each other's. */
@Injectable()
export class TableKinds {
  private readonly kinds: TableKind[] = [];

  register(kind: TableKind): void {
    this.kinds.push(kind);
  }

  likely(own: string, headers: readonly string[]): LikelyTable | null {
    return likelyTable(this.kinds, own, headers);
  }
}
