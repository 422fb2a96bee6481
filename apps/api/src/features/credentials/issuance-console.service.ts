import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readTimeCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
import { Award, type AwardBasis, type AwardState } from './award.entity.js';
import { AlreadyIssued } from './credentials.refusals.js';
import { chunksOf, queueChunks } from './issuance-chunks.js';
import { failureInWords } from './issuance-words.rules.js';

/** What a limited role looks at in an award. */
const AWARD = { person: 'award.person_id', achievement: 'award.achievement_id' };
/** Awards that one order tries again. */
const MOST_AT_ONCE = 200;
const MOST_HOURS = 24 * 366;

/** Which awards somebody looks for. What is left out is not looked at. */
export interface IssuanceFilter extends PageInput {
  state?: AwardState | null;
  /** Tried in vain at least once, and not issued. */
  failing?: boolean | null;
  basis?: AwardBasis | null;
  search?: string | null;
  /** Made at least so many hours ago. */
  olderThanHours?: number | null;
  bulkIssueId?: string | null;
}

/** What came of trying several again. */
export interface IssuancesRetried {
  retried: number;
  /** Issued or cancelled meanwhile, or not there for whoever asks. */
  passedOver: number;
}

/** How issuance of one award stands, for operators. */
export interface Issuance {
  attempts: number;
  lastError: string | null;
  /** The same in words for people. */
  reason: string | null;
  lastTriedAt: Date | null;
  stage: 'WAITING' | 'TRYING' | 'FAILED' | 'QUARANTINED' | 'CANCELLED' | 'DONE';
}

/** How many awards stand where. */
export interface IssuanceCounts {
  waiting: number;
  failed: number;
  quarantined: number;
  issued: number;
}

/** Shows operators how issuing goes, and has them try again. */
@Injectable()
export class IssuanceConsoleService {
  /** An operator's try: the count begins anew. */
  async retry(viewer: Viewer, awardId: string): Promise<Award | NotFound | NotAllowed | AlreadyIssued> {
    const award = isId(awardId) ? await viewer.tx.manager.findOneBy(Award, { id: awardId }) : null;
    if (!award) return new NotFound('This award');
    await viewer.learn([award.personId]);
    if (!can(viewer, 'seeIssuance', award)) return new NotFound('This award');
    if (award.state === 'ISSUED') return new AlreadyIssued();
    if (!can(viewer, 'retry', award)) return new NotAllowed('This award was cancelled; there is nothing to issue.');
    // The worker may be done with it at this moment; what is issued stays so.
    await viewer.tx.query(
      `UPDATE award SET state = 'PENDING', attempts = 0 WHERE id = $1 AND state IN ('PENDING', 'QUARANTINED')`,
      [awardId],
    );
    const again = `issue-${awardId}-retry-${viewer.now.getTime()}`;
    await enqueue(viewer.tx, { name: 'credentials.issue', id: again, payload: { awardId } });
    return viewer.tx.manager.findOneByOrFail(Award, { id: awardId });
  }

  /** As `retry`, for a selection: signed in chunks, so that one that fails again spoils no other. */
  async retryAll(viewer: Viewer, awardIds: readonly string[]): Promise<IssuancesRetried | InvalidInput> {
    const ids = [...new Set(awardIds)];
    if (ids.length === 0) return InvalidInput.of('awardIds', 'Choose at least one award.');
    if (ids.length > MOST_AT_ONCE)
      return InvalidInput.of('awardIds', `At most ${MOST_AT_ONCE} awards are tried again at once.`);
    const awards = await viewer.tx.manager.findBy(Award, { id: In(ids.filter(isId)) });
    await viewer.learn(awards.map(({ personId }) => personId));
    const mine = awards.filter((award) => can(viewer, 'seeIssuance', award) && can(viewer, 'retry', award));
    const again = await viewer.tx.query<{ id: string }>(
      `WITH again AS (UPDATE award SET state = 'PENDING', attempts = 0
         WHERE id = ANY ($1::uuid[]) AND state IN ('PENDING', 'QUARANTINED') RETURNING id)
       SELECT id FROM again ORDER BY id`,
      [mine.map(({ id }) => id)],
    );
    const chunks = chunksOf(again.map(({ id }) => id));
    await queueChunks(viewer, chunks, `retry-${viewer.now.getTime()}`);
    return { retried: again.length, passedOver: ids.length - again.length };
  }

  /** Awards for the console, newest first. */
  async page(viewer: Viewer, input: IssuanceFilter): Promise<Page<Award>> {
    const matching = viewer.tx.manager
      .createQueryBuilder(Award, 'award')
      .where(coveredBy(':limits', AWARD), { limits: limitsOf(viewer, 'issuance.operate') });
    const { state, basis, olderThanHours: hours, bulkIssueId: list } = input;
    if (state) matching.andWhere('award.state = :state', { state });
    if (basis) matching.andWhere('award.basis = :basis', { basis });
    // Waiting for the first try.
    if (input.failing === false) matching.andWhere('award.attempts = 0');
    if (input.failing) matching.andWhere(`award.attempts > 0 AND award.state IN ('PENDING', 'QUARANTINED')`);
    if (hours && hours > 0)
      matching.andWhere(`award.createdAt <= now() - make_interval(hours => :hours)`, {
        hours: Math.min(hours, MOST_HOURS),
      });
    if (list) matching.andWhere(isId(list) ? 'award.bulkIssueId = :list' : 'false', { list });
    const words = searchPattern(input.search);
    if (words)
      matching.andWhere(
        `(EXISTS (SELECT FROM person WHERE person.id = award.person_id AND person.display_name ILIKE :words)
          OR EXISTS (SELECT FROM achievement_version version WHERE version.id = award.achievement_version_id AND version.name ILIKE :words))`,
        { words },
      );
    const total = await matching.getCount();
    const from = readTimeCursor(input.after);
    if (from) matching.andWhere('(award.createdAt, award.id) < (:at::timestamptz, :id)', from);
    const rows = await matching
      .orderBy('award.createdAt', 'DESC')
      .addOrderBy('award.id', 'DESC')
      .take(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (award) => [award.createdAt.toISOString(), award.id]);
  }

  async counts(viewer: Viewer): Promise<IssuanceCounts> {
    const [counts] = await viewer.tx.query<IssuanceCounts>(
      `SELECT count(*) FILTER (WHERE state = 'PENDING' AND attempts = 0)::int AS waiting,
              count(*) FILTER (WHERE state = 'PENDING' AND attempts > 0)::int AS failed,
              count(*) FILTER (WHERE state = 'QUARANTINED')::int AS quarantined,
              count(*) FILTER (WHERE state = 'ISSUED')::int AS issued FROM award WHERE ${coveredBy('$1', AWARD)}`,
      [limitsOf(viewer, 'issuance.operate')],
    );
    return counts ?? { waiting: 0, failed: 0, quarantined: 0, issued: 0 };
  }

  /** Null for whoever does not operate issuance: a person is shown the state of an award, never of a job. */
  async issuanceOf(viewer: Viewer, award: Award): Promise<Issuance | null> {
    await viewer.learn([award.personId]);
    if (!can(viewer, 'seeIssuance', award)) return null;
    const { attempts, lastError, lastTriedAt } = award;
    return { attempts, lastError, reason: failureInWords(lastError), lastTriedAt, stage: stageOf(award) };
  }
}

function stageOf({ state, attempts }: Award): Issuance['stage'] {
  if (state === 'ISSUED') return 'DONE';
  if (state === 'QUARANTINED' || state === 'CANCELLED') return state;
  return attempts > 0 ? 'FAILED' : 'WAITING';
}
