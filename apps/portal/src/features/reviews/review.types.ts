import type { ResultOf } from '../../lib/graphql.js';
import type { MARK_STATE, MARKING, SLOT_LOOK, SLOT_ROW, SNAPSHOT_JUDGED } from './reviews.documents.js';

export type SlotRow = ResultOf<typeof SLOT_ROW>;
export type SlotLook = NonNullable<ResultOf<typeof SLOT_LOOK>['markingSlot']>;
export type ReadSlot = NonNullable<ResultOf<typeof MARKING>['markingSlot']>;
/** A slot with the work in it, as its holder sees it. */
export type MarkingSlot = ReadSlot & { snapshot: NonNullable<ReadSlot['snapshot']> };
export const hasWork = (slot: ReadSlot): slot is MarkingSlot => Boolean(slot.snapshot);
export type MarkState = ResultOf<typeof MARK_STATE>;
export type SnapshotJudged = ResultOf<typeof SNAPSHOT_JUDGED>;
export type SnapshotCriterion = SnapshotJudged['criteria'][number];
export type SnapshotItem = SnapshotJudged['items'][number];
export type ReviewDecision = NonNullable<ReadSlot['decision']>;
