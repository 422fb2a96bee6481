import type { ResultOf } from '../../lib/graphql.js';
import type { MARK_STATE, MARKING, SLOT_LOOK, SLOT_ROW } from './reviews.documents.js';

export type SlotRow = ResultOf<typeof SLOT_ROW>;
export type SlotLook = NonNullable<ResultOf<typeof SLOT_LOOK>['markingSlot']>;
export type MarkingSlot = NonNullable<ResultOf<typeof MARKING>['markingSlot']>;
export type MarkState = ResultOf<typeof MARK_STATE>;
export type SnapshotCriterion = MarkingSlot['snapshot']['criteria'][number];
export type SnapshotItem = MarkingSlot['snapshot']['items'][number];
export type ReviewDecision = NonNullable<MarkingSlot['decision']>;
