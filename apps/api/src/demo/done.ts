import type { Viewer } from '../platform/access/viewer.js';
import { audit } from '../platform/audit/audit.js';
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

/** An act that leaves its row in the audit log, as it would through the API. */
export async function acted<T extends object>(
  viewer: Viewer,
  operation: string,
  answer: Promise<T>,
): Promise<Exclude<T, Refusal>> {
  const result = done(await answer);
  const target = 'id' in result && typeof result.id === 'string' ? result.id : null;
  await audit(viewer, { operation, target, detail: { arguments: {} } });
  return result;
}
