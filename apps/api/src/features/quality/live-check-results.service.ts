import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { AssessorQualification } from '../assessments/assessor-qualification.entity.js';
import { LiveCheckHandedIn } from '../assessments/assessments.events.js';
import { LiveCheck } from '../assessments/live-check.entity.js';
import { LiveChecksService } from '../assessments/live-checks.service.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { biasOf, compared, isWithin, type JudgedCriterion } from './calibration.rules.js';
import { checksAskFor, LAST_CHECKS } from './checks-trust.rules.js';
import { ExemplarsService } from './exemplars.service.js';
import { QualificationKeepingService } from './qualification-keeping.service.js';
import { ChecksOff } from './quality.events.js';
import './quality.policy.js';
import { type StandInWork, standInContent } from './stand-in.rules.js';

/** How far one assessor's checks lie from what the exemplars are worth. */
export interface CheckFigures {
  personId: string;
  checks: number;
  within: number;
  criteria: number;
  exact: number | null;
  bias: number | null;
  apart: number | null;
}

const MOST_SHOWN = 50;

/** Which exemplar stands in for a place, and what its judgement says: to the assessor, to leads, and about trust. */
@Injectable()
export class LiveCheckResultsService implements OnModuleInit {
  constructor(
    private readonly checks: LiveChecksService,
    private readonly exemplars: ExemplarsService,
    private readonly keeping: QualificationKeepingService,
    private readonly listeners: EventListeners,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(LiveCheck, 'LiveCheck', (viewer, id) => this.find(viewer, id));
    this.checks.chosenBy((viewer, slot) => this.choose(viewer, slot));
    this.listeners.on(LiveCheckHandedIn, (system, event) => this.weigh(system, event));
  }

  /** One that is over; of an open one nobody learns that it is one. */
  async find(viewer: Viewer, id: string): Promise<LiveCheck | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(LiveCheck, { id }) : null;
    return found && isTold(found) && can(viewer, 'see', found) ? found : null;
  }

  /** The viewer's own that are over, newest first. */
  mine(viewer: Viewer): Promise<LiveCheck[]> {
    return viewer.tx.manager.find(LiveCheck, {
      where: { personId: viewer.personId ?? '', state: In(['HANDED_IN', 'WITHDRAWN']) },
      order: { endedAt: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  /** Criterion by criterion; null when it was never handed in. */
  async comparedOf(viewer: Viewer, check: LiveCheck): Promise<JudgedCriterion[] | null> {
    if (check.handedInAt === null || !can(viewer, 'see', check)) return null;
    const worth = await this.exemplars.worthOf(viewer, check.exemplarId);
    return compared(check.criteria, worth?.criteria ?? [], check.tolerance ?? 0);
  }

  /** What the checks of a time say, assessor by assessor, for whoever may watch them. */
  async figures(viewer: Viewer, from: string, until: string, achievementId: string | null): Promise<CheckFigures[]> {
    const rows = await viewer.tx.manager
      .createQueryBuilder(LiveCheck, 'it')
      .where(`it.state = 'HANDED_IN' AND it.handedInAt >= :from AND it.handedInAt < :until`, { from, until })
      .andWhere('(CAST(:achievementId AS uuid) IS NULL OR it.achievementId = :achievementId)', { achievementId })
      .getMany();
    // One's own are not what one watches over.
    const seen = rows.filter((row) => can(viewer, 'watch', row));
    const judged = await Promise.all(seen.map(async (row) => ({ row, of: await this.comparedOf(viewer, row) })));
    return [...new Set(seen.map(({ personId }) => personId))].sort().map((personId) => {
      const own = judged.flatMap(({ row, of }) => (row.personId === personId && of ? [of] : []));
      const criteria = own.flat();
      return {
        ...{ personId, checks: own.length, within: own.filter(isWithin).length, criteria: criteria.length },
        ...biasOf(criteria),
      };
    });
  }

  private async choose(viewer: Viewer, slot: MarkingSlot) {
    const [found] = await viewer.tx.query<StandInWork & { exemplarId: string }>('SELECT * FROM app_check_for($1)', [
      slot.id,
    ]);
    return found
      ? { exemplarId: found.exemplarId, content: standInContent(found, slot.submittedAt, this.checks.nameless) }
      : null;
  }

  /** Who is off too often is watched; of somebody who is watched already a lead hears. */
  private async weigh(system: Viewer, { achievementId, personId }: LiveCheckHandedIn): Promise<void> {
    const last = await system.tx.manager.find(LiveCheck, {
      where: { personId, achievementId, state: 'HANDED_IN' },
      order: { handedInAt: 'DESC', id: 'DESC' },
      take: LAST_CHECKS,
    });
    const within = await Promise.all(
      last.map(async ({ exemplarId, criteria, tolerance }) => {
        const worth = await this.exemplars.worthOf(system, exemplarId);
        return isWithin(compared(criteria, worth?.criteria ?? [], tolerance ?? 0));
      }),
    );
    const qualification = await system.tx.manager.findOneBy(AssessorQualification, {
      ...{ achievementId, personId, endedAt: IsNull() },
    });
    const asked = qualification && checksAskFor(qualification.state, within);
    if (!asked) return;
    const off = within.filter((each) => !each).length;
    if (asked === 'WATCH')
      await this.keeping.put(
        ...([system, qualification, 'WATCH', 'STATE'] as const),
        `${off} of the last ${within.length} checks among live work were outside tolerance`,
      );
    else await record(system, new ChecksOff(qualification.id, achievementId, personId, off, within.length));
  }
}

/** What it was is told once it is over. */
const isTold = ({ state }: LiveCheck) => state === 'HANDED_IN' || state === 'WITHDRAWN';
