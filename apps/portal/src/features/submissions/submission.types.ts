import type { ResultOf } from '../../lib/graphql.js';
import type { SUBMISSION, SUBMISSION_WORK } from './submissions.documents.js';

export type SubmissionWork = ResultOf<typeof SUBMISSION_WORK>;
export type WorkCriterion = SubmissionWork['criteria'][number];
export type WorkItem = SubmissionWork['items'][number];
export type Gap = SubmissionWork['gaps'][number];
export type FullSubmission = NonNullable<ResultOf<typeof SUBMISSION>['submission']>;
export type Decision = NonNullable<FullSubmission['decision']>;
