import type { ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { accessOf } from '../access/current-viewer.js';
import type { RequestAccess } from '../access/request-access.js';
import { isId } from '../database/id.js';

/** A mutation that somebody asked for, whatever becomes of it. */
export interface Attempt {
  operation: string;
  /** Its key in the answer, by which errors name it. */
  key: string | number;
  args: Record<string, unknown>;
}

const attempts = new WeakMap<RequestAccess, Attempt[]>();

/** The mutation behind this context; null for everything else. */
export function mutationOf(context: ExecutionContext): Attempt | null {
  if (context.getType<GqlContextType>() !== 'graphql') return null;
  const graphql = GqlExecutionContext.create(context);
  const { parentType, fieldName, path } = graphql.getInfo<GraphQLResolveInfo>();
  if (parentType.name !== 'Mutation') return null;
  return { operation: fieldName, key: path.key, args: graphql.getArgs<Record<string, unknown>>() };
}

/** Called by the door before it looks who knocks: what is turned away, or thrown back later, leaves its row as well. */
export function noteAttempt(context: ExecutionContext): void {
  const attempt = mutationOf(context);
  if (!attempt) return;
  const access = accessOf(context);
  attempts.set(access, [...(attempts.get(access) ?? []), attempt]);
}

/** The mutations of a request, once: in the order in which they were asked for. */
export function takeAttempts(access: RequestAccess): Attempt[] {
  const taken = attempts.get(access) ?? [];
  attempts.delete(access);
  return taken;
}

/** The id of what a value is or is about. Anything may be sent as an id; the log keeps no text of it. */
export function idOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  const fields = Object.entries(value);
  const [, found] =
    fields.find(([key, each]) => key === 'id' && isWrittenId(each)) ??
    fields.find(([key, each]) => key.endsWith('Id') && isWrittenId(each)) ??
    [];
  return typeof found === 'string' ? found : null;
}

const isWrittenId = (value: unknown): value is string => typeof value === 'string' && isId(value);
