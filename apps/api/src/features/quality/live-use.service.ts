import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { ExemplarConsentsService } from './exemplar-consents.service.js';
import type { Exemplar } from './exemplar.entity.js';
import { leads } from './quality.policy.js';

/** Why an exemplar does not stand in for live work. */
export const LIVE_OBSTACLES = [
  'NOT_AGREED',
  'RETIRED',
  'NO_AUTHOR',
  'NO_ANSWER',
  'REFUSED',
  'IN_ROUND',
  'FILE_NOT_DESCRIBED',
  'ADDRESS',
  'OTHER_PIECES',
  'CARRIED',
] as const;
export type LiveObstacle = (typeof LIVE_OBSTACLES)[number];

/** Tells leads what keeps an exemplar from live checks. The database keeps to the same whatever is said here. */
@Injectable()
export class LiveUseService {
  constructor(private readonly consents: ExemplarConsentsService) {}

  async obstacles(viewer: Viewer, exemplar: Exemplar): Promise<LiveObstacle[] | null> {
    if (!leads(viewer, exemplar)) return null;
    const { id, items, submissionId } = exemplar;
    const found: LiveObstacle[] = [];
    if (exemplar.retiredAt) return ['RETIRED'];
    if (!submissionId) return ['NO_AUTHOR'];
    if (!exemplar.agreedAt) found.push('NOT_AGREED');
    else {
      const consent = await this.consents.of(viewer, id);
      if (consent?.answer !== true) found.push(consent?.answer === false ? 'REFUSED' : 'NO_ANSWER');
    }
    const [round] = await viewer.tx.query('SELECT id FROM calibration_round WHERE $1 = ANY (exemplar_ids) LIMIT 1', [
      id,
    ]);
    if (round) found.push('IN_ROUND');
    if (items.some(({ text }) => !text.trim() || text.includes('A file was handed in here. Describe what it showed.')))
      found.push('FILE_NOT_DESCRIBED');
    if (items.some(({ url }) => url !== null)) found.push('ADDRESS');
    const [taken] = await viewer.tx.query<{ content: SubmissionSnapshot['content'] }>(
      'SELECT content FROM app_work_as_exemplar($1)',
      [submissionId],
    );
    if (taken && taken.content.items.length !== items.length) found.push('OTHER_PIECES');
    if (taken?.content.criteria.some(({ carried }) => carried)) found.push('CARRIED');
    return found;
  }
}
