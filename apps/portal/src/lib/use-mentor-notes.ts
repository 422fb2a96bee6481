import { useQuery } from '@apollo/client/react';
import { MENTORING, MENTORING_NOTES } from './mentoring.documents.js';

/** The notes between mentor and candidate, as either of them may read them. */
export function useMentorNotes(submissionId: string, asMentor: boolean) {
  const variables = { id: submissionId };
  const own = useQuery(MENTORING, { variables, skip: asMentor });
  const mentored = useQuery(MENTORING_NOTES, { variables, skip: !asMentor });
  const notes = (asMentor ? mentored.data?.mentoredSubmission : own.data?.submission)?.mentorNotes ?? [];
  return { notes, refetch: () => (asMentor ? mentored.refetch() : own.refetch()) };
}
