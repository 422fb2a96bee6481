import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { Refusal } from './refusal.js';

/**
 * The answer of a mutation: the thing, or one of the documented refusals.
 * `resultOf('ClaimResult', MarkingSlotType, [AlreadyClaimed, NotFound])`
 */
export function resultOf(name: string, success: Type<unknown>, refusals: Type<Refusal>[]) {
  return createUnionType({
    name,
    description: `${name.replace(/Result$/, '')}: done, or why not.`,
    types: () => [success, ...refusals],
    resolveType: (value: object) => (value instanceof Refusal ? (value.constructor as Type<Refusal>) : success),
  });
}
