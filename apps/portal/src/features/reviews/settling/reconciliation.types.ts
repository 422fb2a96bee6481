import type { ResultOf } from '../../../lib/graphql.js';
import type { RECONCILIATION } from './reconciliation.documents.js';

export type Reconciliation = NonNullable<ResultOf<typeof RECONCILIATION>['reconciliation']>;

/** What the two settle on for one criterion. */
export interface Agreed {
  level: number | null;
  reason: string;
}
