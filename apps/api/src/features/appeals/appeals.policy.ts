import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { LEADS } from '../assessments/leads.service.js';
import { Appeal } from './appeal.entity.js';
import { RecallItem } from './recall.entity.js';

/** Whether the viewer took no part in judging a submission; `UninvolvedService` looks it up. */
export const UNINVOLVED = 'uninvolved-in';

const leads = (viewer: Viewer, submissionId: string) => viewer.loaded<boolean>(LEADS, submissionId) === true;
const decides = (viewer: Viewer, it: { submissionId: string }) =>
  viewer.may('appeal.decide') &&
  leads(viewer, it.submissionId) &&
  viewer.loaded<boolean>(UNINVOLVED, it.submissionId) === true;

allow('see', Appeal, (viewer, it) => viewer.isSelf(it.candidateId) || leads(viewer, it.submissionId));
allow('check', Appeal, (viewer, it) => it.state === 'LODGED' && decides(viewer, it));
allow('askMark', Appeal, (viewer, it) => it.state === 'UNDER_REVIEW' && it.slotId === null && decides(viewer, it));
allow('decide', Appeal, (viewer, it) => it.state === 'UNDER_REVIEW' && decides(viewer, it));

const isOpen = (it: RecallItem) => it.state === 'OPEN' || it.state === 'RE_MARKING';
allow('see', RecallItem, (viewer, it) => leads(viewer, it.submissionId));
allow('askMark', RecallItem, (viewer, it) => it.state === 'OPEN' && leads(viewer, it.submissionId));
allow('decide', RecallItem, (viewer, it) => isOpen(it) && decides(viewer, it));
