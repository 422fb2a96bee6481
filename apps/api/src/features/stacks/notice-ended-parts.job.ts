import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { StackReviewsService } from './stack-reviews.service.js';

const payload = z.object({});

const AN_HOUR = 3_600;
/** People of one look; the others are taken by the next. */
const MOST_AT_ONCE = 500;

/**
 * Holders of whose larger badge a part ended by its date, newest end first. A server may be off for a while, so what ended
 * in the last weeks is looked at; where it was noticed, or was earned again, there is nothing to look at.
 */
const ENDED = `
  SELECT own.person_id AS id FROM credential own
  JOIN achievement_version stack ON stack.id = own.achievement_version_id AND stack.stack_rule IS NOT NULL
  JOIN credential part ON part.person_id = own.person_id AND part.superseded_by IS NULL AND part.status = 'ACTIVE'
    AND part.valid_until <= $1 AND part.valid_until > $1::timestamptz - interval '60 days'
  JOIN achievement_version counted ON counted.id = part.achievement_version_id
    AND stack.stack_rule::text LIKE '%' || counted.achievement_id || '%'
  WHERE own.status = 'ACTIVE' AND own.superseded_by IS NULL AND (own.valid_until IS NULL OR own.valid_until > $1)
    AND stack.stack_rule ->> 'partsMustBe' = 'CURRENT'
    AND NOT EXISTS (SELECT FROM stack_risk told WHERE told.credential_id = own.id AND told.state <> 'OVER'
      AND told.opened_at >= part.valid_until)
    AND NOT EXISTS (SELECT FROM credential again JOIN achievement_version same ON same.id = again.achievement_version_id
      WHERE again.person_id = own.person_id AND same.achievement_id = counted.achievement_id AND again.status = 'ACTIVE'
        AND (again.valid_until IS NULL OR again.valid_until > $1))
  GROUP BY own.person_id ORDER BY max(part.valid_until) DESC, own.person_id LIMIT ${MOST_AT_ONCE}`;

/** What ends by its date makes no event: somebody has to look. */
@Injectable()
export class NoticeEndedPartsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'stacks.notice';
  readonly payload = payload;
  override readonly everySeconds = AN_HOUR;

  constructor(private readonly reviews: StackReviewsService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    const holders = await system.tx.query<{ id: string }>(ENDED, [system.now]);
    for (const { id } of holders) await this.reviews.review(system, id);
  }
}
