import { InvalidInput, Refusal } from '../platform/graphql/refusal.js';

/** What an act gave. The demonstration only does what is allowed: a refusal here is a fault of ours. */
export function done<T extends object>(result: T): Exclude<T, Refusal> {
  if (!(result instanceof Refusal)) return result as Exclude<T, Refusal>;
  const details =
    result instanceof InvalidInput ? result.problems.map((each) => each.field).join(', ') : JSON.stringify(result);
  throw new Error(
    `The demo organisation could not be filled: ${result.constructor.name}, ${result.message} (${details})`,
  );
}
