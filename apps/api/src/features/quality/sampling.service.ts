import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { SampleFoundUnsound } from './quality.events.js';
import { leads } from './quality.policy.js';
import { leastSample, sampleSize } from '@assay/rubric';
import { type Finding, SampleItem, SamplingPlan } from './sampling.entity.js';

const MOST_PLANS = 100;
const MOST_DRAWN = 500;
const MOST_NOTE = 2_000;

export interface WantedPlan {
  achievementId: string | null;
  share: number;
  newAssessor: boolean;
  borderline: boolean;
  highStakes: boolean;
}

/** How much a plan has looked at and chosen, beside what would be enough. */
export interface PlanCounts {
  lookedAt: number;
  chosen: number;
  borderline: number;
  checked: number;
  notSound: number;
  /** √N. */
  least: number;
  /** So many find at least one faulty decision with 95 %, were a tenth of all faulty. */
  enough: number;
}

export type SampleScope = 'WAITING' | 'CHECKED' | 'NOT_SOUND' | 'ALL';

/** Which decisions are looked at again: by risk and by a seed that anybody can draw with again. */
@Injectable()
export class SamplingService {
  constructor(private readonly achievements: AchievementsService) {}

  async plans(viewer: Viewer): Promise<SamplingPlan[]> {
    const rows = await viewer.tx.manager.find(SamplingPlan, {
      order: { endedAt: { direction: 'DESC', nulls: 'FIRST' }, startedAt: 'DESC', id: 'DESC' },
      take: MOST_PLANS,
    });
    return rows.filter((row) => can(viewer, 'see', row));
  }

  async countsOf(viewer: Viewer, planId: string): Promise<PlanCounts> {
    const found = await viewer.load('sampling-counts', planId, async (ids) => {
      const rows = await viewer.tx.query<Omit<PlanCounts, 'least' | 'enough'> & { id: string }>(
        `SELECT plan_id AS id, count(*)::int AS "lookedAt", count(chosen_at)::int AS chosen,
           (count(*) FILTER (WHERE 'BORDERLINE' = ANY (strata)))::int AS borderline, count(finding)::int AS checked,
           (count(*) FILTER (WHERE finding = 'NOT_SOUND'))::int AS "notSound"
         FROM sample_item WHERE plan_id = ANY ($1::uuid[]) GROUP BY 1`,
        [[...ids]],
      );
      return new Map(rows.map(({ id, ...counts }) => [id, counts]));
    });
    const counts = found ?? { lookedAt: 0, chosen: 0, borderline: 0, checked: 0, notSound: 0 };
    return { ...counts, least: leastSample(counts.lookedAt), enough: sampleSize(counts.lookedAt) };
  }

  async start(viewer: Viewer, wanted: WantedPlan): Promise<SamplingPlan | InvalidInput | NotAllowed | NotFound> {
    const { achievementId, share, newAssessor, borderline, highStakes } = wanted;
    if (achievementId !== null) {
      const version = isId(achievementId) ? await this.achievements.currentOf(viewer, achievementId) : null;
      if (!version) return new NotFound('This achievement');
    }
    if (!leads(viewer, { achievementId })) return new NotAllowed('Your role does not cover this.');
    if (!(share >= 0 && share <= 1)) return InvalidInput.of('share', 'A share lies between 0 and 100 percent.');
    await viewer.tx.aloneIn('sampling plans');
    const [there] = await viewer.tx.query(
      'SELECT 1 FROM sampling_plan WHERE ended_at IS NULL AND achievement_id IS NOT DISTINCT FROM $1::uuid',
      [achievementId],
    );
    if (there) return new NotAllowed('There is a plan for this already. End it first; what it chose stays.');
    const plan = viewer.tx.manager.create(SamplingPlan, {
      ...{ id: newId(), achievementId, share, newAssessor, borderline, highStakes },
      ...{
        seed: randomBytes(12).toString('hex'),
        startedAt: viewer.now,
        startedBy: viewer.personId ?? '',
        endedAt: null,
      },
    });
    await viewer.tx.manager.insert(SamplingPlan, plan);
    return plan;
  }

  async end(viewer: Viewer, id: string): Promise<SamplingPlan | NotAllowed | NotFound> {
    const plan = await this.plan(viewer, id);
    if (!plan) return new NotFound('This plan');
    if (!can(viewer, 'end', plan)) return new NotAllowed('It has ended, or your role does not cover it.');
    plan.endedAt = viewer.now;
    await viewer.tx.query('UPDATE sampling_plan SET ended_at = $2 WHERE id = $1', [id, viewer.now]);
    return plan;
  }

  async page(
    viewer: Viewer,
    input: PageInput & { planId?: string | null; scope: SampleScope },
  ): Promise<Page<SampleItem>> {
    const from = readTimeCursor(input.after);
    if (input.planId && !isId(input.planId)) return pageOf([], input, 0, () => []);
    const query = viewer.tx.manager.createQueryBuilder(SampleItem, 'it').where('it.chosenAt IS NOT NULL');
    if (input.planId) query.andWhere('it.planId = :plan', { plan: input.planId });
    if (input.scope === 'WAITING') query.andWhere('it.finding IS NULL');
    if (input.scope === 'CHECKED') query.andWhere('it.finding IS NOT NULL');
    if (input.scope === 'NOT_SOUND') query.andWhere(`it.finding = 'NOT_SOUND'`);
    const total = await query.getCount();
    if (from) query.andWhere('(it.chosenAt, it.id) < (:at, :id)', from);
    const rows = await query.orderBy('it.chosenAt', 'DESC').addOrderBy('it.id', 'DESC').take(limitOf(input)).getMany();
    await viewer.learn(rows.map(({ candidateId }) => candidateId));
    const seen = rows.filter((row) => can(viewer, 'see', row));
    return pageOf(seen, input, total, (row) => [row.chosenAt?.toISOString() ?? '', row.id]);
  }

  /** More of what a plan passed over, in the order of its seed. */
  async drawMore(
    viewer: Viewer,
    planId: string,
    count: number,
  ): Promise<SamplingPlan | InvalidInput | NotAllowed | NotFound> {
    const plan = await this.plan(viewer, planId);
    if (!plan) return new NotFound('This plan');
    if (!leads(viewer, plan)) return new NotAllowed('Your role does not cover this plan.');
    if (count < 1 || count > MOST_DRAWN) return InvalidInput.of('count', `Draw between 1 and ${MOST_DRAWN} more.`);
    await viewer.tx.query(
      `UPDATE sample_item SET chosen_at = $2, chosen_by = $3 WHERE id IN (
         SELECT id FROM sample_item WHERE plan_id = $1 AND chosen_at IS NULL ORDER BY draw, id LIMIT $4)`,
      [planId, viewer.now, viewer.personId, count],
    );
    viewer.forget('sampling-counts', planId);
    return plan;
  }

  async recordFinding(
    viewer: Viewer,
    id: string,
    finding: Finding,
    note: string,
  ): Promise<SampleItem | InvalidInput | NotAllowed | NotFound> {
    const item = isId(id) ? await viewer.tx.manager.findOneBy(SampleItem, { id }) : null;
    if (!item || !can(viewer, 'see', item)) return new NotFound('This sample');
    if (!can(viewer, 'find', item))
      return new NotAllowed('It was checked already, or you made the judgement yourself: somebody else checks it.');
    if (note.length > MOST_NOTE) return InvalidInput.of('note', `A note has at most ${MOST_NOTE} characters.`);
    if (finding === 'NOT_SOUND' && !note.trim()) return InvalidInput.of('note', 'Say what is wrong with it.');
    const change = { finding, findingNote: note.trim(), foundAt: viewer.now, foundBy: viewer.personId };
    Object.assign(item, change);
    await viewer.tx.manager.update(SampleItem, { id }, change);
    viewer.forget('sampling-counts', item.planId);
    if (finding === 'NOT_SOUND') await record(viewer, new SampleFoundUnsound(item.id, item.submissionId));
    return item;
  }

  planById(viewer: Viewer, id: string): Promise<SamplingPlan | null> {
    return viewer.load('sampling-plan', id, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(SamplingPlan, 'it')
        .where('it.id IN (:...ids)', { ids: [...ids] })
        .getMany();
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  private async plan(viewer: Viewer, id: string): Promise<SamplingPlan | null> {
    const plan = isId(id) ? await viewer.tx.manager.findOneBy(SamplingPlan, { id }) : null;
    return plan && can(viewer, 'see', plan) ? plan : null;
  }
}
