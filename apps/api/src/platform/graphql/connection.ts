import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { isId } from '../database/id.js';
import { isStorable } from './storable-text.js';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field({ description: 'Whether more follow after this page.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass as `after` to get the next page.' })
  endCursor: string | null;
}

/** A page as services return it. */
export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  totalCount: number;
}

export interface PageInput {
  /** Null when the caller said so: as many as usual. */
  first: number | null;
  after: string | null | undefined;
}

/** The most rows of one list, and how many there are when nobody says. */
export const MOST_ROWS = 100;
export const USUAL_ROWS = 50;
/** Nobody types more to find something; every row would be compared with all of it. */
const MOST_SEARCHED = 200;

/** How many rows to ask for: at most a hundred, and one more to know whether others follow. */
export function limitOf(page: PageInput): number {
  return Math.min(Math.max(page.first ?? USUAL_ROWS, 0), MOST_ROWS) + 1;
}

/** The cursor's words back, or null: a cursor nobody gave out starts at the beginning. */
export function readCursor(after: string | null | undefined): string[] | null {
  if (!after) return null;
  try {
    const words: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const given = Array.isArray(words) && words.every((word) => typeof word === 'string' && isStorable(word));
    return given ? (words as string[]) : null;
  } catch {
    return null;
  }
}

/** A cursor of a list in order of time, or null when its words cannot be a moment and an id. */
export function readTimeCursor(after: string | null | undefined): { at: string; id: string } | null {
  const [at, id] = readCursor(after) ?? [];
  if (at === undefined || id === undefined || !isId(id)) return null;
  return MOMENT.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The pattern for ILIKE that finds these words anywhere; null when there is nothing to look for. */
export function searchPattern(search: string | null | undefined): string | null {
  const words = search?.trim().slice(0, MOST_SEARCHED);
  return words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
}

/** Rows (asked for with `limitOf`) to a page. `key` gives the words that the order of the list is made of. */
export function pageOf<Row>(rows: Row[], page: PageInput, totalCount: number, key: (row: Row) => string[]): Page<Row> {
  const shown = rows.slice(0, limitOf(page) - 1);
  const edges = shown.map((node) => ({ node, cursor: Buffer.from(JSON.stringify(key(node))).toString('base64url') }));
  return {
    edges,
    totalCount,
    pageInfo: { hasNextPage: rows.length > shown.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** The Relay connection type of a node type: `export const PersonConnection = connectionOf(PersonType, 'Person')`. */
export function connectionOf<Node>(node: Type<Node>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list.` })
  class Edge {
    @Field({ description: 'Its place in the list.' })
    cursor: string;

    @Field(() => node, { description: 'The thing itself.' })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}s.` })
  class Connection {
    @Field(() => [Edge], { description: 'The page.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many there are in all.' })
    totalCount: number;
  }
  return Connection;
}
