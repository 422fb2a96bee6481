import { useResultMutation } from '../../../lib/result.js';
import type { employmentInput } from '../fields/employment-fields.js';
import { ADD_SECONDARY, CHANGE_EMPLOYMENT } from './person.documents.js';

interface Days {
  startsOn: string;
  endsOn: string | null;
}

/** Adds a job beside the main one, or as the main one: then what was the main one ends the day before. */
export function useAddedEmployment(place: 'beside' | 'main') {
  const [addBeside, beside] = useResultMutation(ADD_SECONDARY, { refetch: ['Person'] });
  const [changeMain, main] = useResultMutation(CHANGE_EMPLOYMENT, { refetch: ['Person'] });
  const add = async (personId: string, { startsOn, endsOn }: Days, job: ReturnType<typeof employmentInput>) => {
    const { ok } =
      place === 'beside'
        ? await addBeside({ input: { personId, startsOn, endsOn, ...job } })
        : await changeMain({ input: { personId, from: startsOn, ...job } });
    return ok;
  };
  const { loading, refusal, failed } = place === 'beside' ? beside : main;
  return { add, loading, refusal, failed };
}
