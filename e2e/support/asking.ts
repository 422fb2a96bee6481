import type { Seat } from '../roles/door.js';

/** Asks the API as whoever sits there: for steps of a story that are not its point. */
export async function ask<Answer>({ context }: Pick<Seat, 'context'>, query: string, variables: object = {}) {
  const answer = await context.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Answer | null; errors?: { message: string }[] };
  if (!data || errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return data;
}

/** One mutation that must be done: anything but the thing itself breaks the story with the reason. */
export async function done<Thing extends { __typename: string }>(
  seat: Pick<Seat, 'context'>,
  type: Thing['__typename'],
  query: string,
  variables: object = {},
): Promise<Thing> {
  const { result } = await ask<{ result: Thing }>(seat, query, variables);
  if (result.__typename !== type) throw new Error(`${query}\n${JSON.stringify(result)}`);
  return result;
}
