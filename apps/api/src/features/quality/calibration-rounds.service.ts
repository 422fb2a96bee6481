import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { CalibrationMark, CalibrationRound } from './calibration.entity.js';
import { Exemplar } from './exemplar.entity.js';
import { CalibrationOpened } from './quality.events.js';
import { leads } from './quality.policy.js';
import { QualifiedService } from './qualified.service.js';

const MOST_EXEMPLARS = 20;
const MOST_NAME = 200;
const MOST_TOLERANCE = 3;
const MOST_ROUNDS = 100;

export interface WantedRound {
  achievementId: string;
  name: string;
  exemplarIds: string[];
  needed: number;
  tolerance: number;
}

/** Rounds of calibration: the assessors of an achievement judge the same exemplars. */
@Injectable()
export class CalibrationRoundsService {
  constructor(private readonly qualified: QualifiedService) {}

  /** Open ones first, then newest: those the viewer looks after, and those the viewer is asked to take part in. */
  async all(viewer: Viewer): Promise<CalibrationRound[]> {
    const rows = await viewer.tx.manager.find(CalibrationRound, {
      order: { closedAt: { direction: 'DESC', nulls: 'FIRST' }, openedAt: 'DESC', id: 'DESC' },
      take: MOST_ROUNDS,
    });
    await this.qualified.learn(
      viewer,
      rows.map(({ achievementId }) => achievementId),
    );
    return rows.filter((row) => can(viewer, 'see', row));
  }

  async find(viewer: Viewer, id: string): Promise<CalibrationRound | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(CalibrationRound, { id }) : null;
    if (!found) return null;
    await this.qualified.learn(viewer, [found.achievementId]);
    return can(viewer, 'see', found) ? found : null;
  }

  async open(viewer: Viewer, wanted: WantedRound): Promise<CalibrationRound | InvalidInput | NotAllowed | NotFound> {
    const { achievementId, name, exemplarIds, needed, tolerance } = wanted;
    if (!isId(achievementId) || !leads(viewer, { achievementId })) return new NotFound('This achievement');
    if (!name.trim() || name.length > MOST_NAME)
      return InvalidInput.of('name', `Give the round a name of at most ${MOST_NAME} characters.`);
    const ids = [...new Set(exemplarIds)];
    if (ids.length === 0 || ids.length > MOST_EXEMPLARS)
      return InvalidInput.of('exemplarIds', `Choose between 1 and ${MOST_EXEMPLARS} exemplars.`);
    if (needed < 1 || needed > ids.length)
      return InvalidInput.of('needed', `Between 1 and ${ids.length} of them have to be within tolerance.`);
    if (tolerance < 0 || tolerance > MOST_TOLERANCE)
      return InvalidInput.of('tolerance', `A criterion may be off by 0 to ${MOST_TOLERANCE} levels.`);
    const exemplars = ids.every(isId) ? await viewer.tx.manager.findBy(Exemplar, { id: In(ids) }) : [];
    const usable = exemplars.filter((it) => it.achievementId === achievementId && it.agreedAt && !it.retiredAt);
    if (usable.length < ids.length)
      return InvalidInput.of('exemplarIds', 'Choose exemplars of this achievement on which two people agree.');
    const versions = new Set(usable.map(({ achievementVersionId }) => achievementVersionId));
    if (versions.size > 1)
      return InvalidInput.of(
        'exemplarIds',
        'These were judged by different versions of the rubric. Choose those of one.',
      );
    const round = viewer.tx.manager.create(CalibrationRound, {
      ...{ id: newId(), achievementId, achievementVersionId: [...versions][0] ?? '', name: name.trim() },
      ...{ exemplarIds: ids, needed, tolerance, openedAt: viewer.now, openedBy: viewer.personId ?? '', closedAt: null },
    });
    await viewer.tx.manager.insert(CalibrationRound, round);
    await record(viewer, new CalibrationOpened(round.id, achievementId));
    return round;
  }

  async close(viewer: Viewer, id: string): Promise<CalibrationRound | NotAllowed | NotFound> {
    const found = await this.find(viewer, id);
    if (!found) return new NotFound('This round');
    if (!can(viewer, 'close', found)) return new NotAllowed('It is closed already, or it is for another lead.');
    found.closedAt = viewer.now;
    await viewer.tx.manager.update(CalibrationRound, { id: found.id, closedAt: IsNull() }, { closedAt: viewer.now });
    return found;
  }

  /** How far everybody is who has handed something in; for whoever looks after the round. */
  async progressOf(viewer: Viewer, round: CalibrationRound): Promise<CalibrationMark[]> {
    if (!leads(viewer, round)) return [];
    const found = await viewer.load('calibration-marks', round.id, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(CalibrationMark, 'it')
        .where('it.roundId IN (:...ids) AND it.handedInAt IS NOT NULL', { ids: [...ids] })
        .orderBy('it.handedInAt')
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((row) => row.roundId === id)]));
    });
    return found ?? [];
  }
}
