import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import { AssessorQualification } from './assessor-qualification.entity.js';
import { IndependentAssessorsService } from './independent-assessors.service.js';

const NOT_COVERED = 'Your role is limited to another achievement.';
const LAST_ONE = 'Nobody would be left who may assess it and did not write it. Name somebody else first.';

type Named = AchievementVersion | InvalidInput | NotAllowed | NotFound;

/** Who may assess which achievement. Founders are named by HR before anybody can hold the skill by assessment. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly independence: IndependentAssessorsService,
    private readonly people: PeopleService,
  ) {}

  async nameFounder(viewer: Viewer, versionId: string, personId: string): Promise<Named> {
    const version = await this.achievements.find(viewer, versionId);
    const person = isId(personId) ? await this.people.byId(viewer, personId) : null;
    if (!version) return new NotFound('This achievement');
    if (!can(viewer, 'seeAssessors', version)) return new NotAllowed(NOT_COVERED);
    if (!person?.active) return InvalidInput.of('personId', 'Choose somebody who works here.');
    if (viewer.isSelf(personId)) return new NotAllowed('You cannot name yourself; ask a colleague to do it.');
    await viewer.tx.aloneIn(`qualification ${version.achievementId}`);
    if (await this.current(viewer, version.achievementId, personId)) return version;

    await viewer.tx.manager.insert(AssessorQualification, {
      id: newId(),
      achievementId: version.achievementId,
      personId,
      basis: 'FOUNDER',
      since: viewer.now.toISOString().slice(0, 10),
      endedAt: null,
      namedBy: viewer.personId,
    });
    viewer.forget('qualifications', version.achievementId);
    return version;
  }

  async removeFounder(viewer: Viewer, versionId: string, personId: string): Promise<Named> {
    const version = await this.achievements.find(viewer, versionId);
    if (!version || !isId(personId)) return new NotFound('This achievement');
    if (!can(viewer, 'seeAssessors', version)) return new NotAllowed(NOT_COVERED);
    const { achievementId } = version;
    // Named and removed one after the other: two who each remove one of two leave one.
    await viewer.tx.aloneIn(`qualification ${achievementId}`);
    if (await this.independence.lastOne(viewer, achievementId, personId)) return new NotAllowed(LAST_ONE);
    await viewer.tx.manager.update(
      AssessorQualification,
      { achievementId, personId, basis: 'FOUNDER', endedAt: IsNull() },
      { endedAt: viewer.now },
    );
    viewer.forget('qualifications', achievementId);
    return version;
  }

  current(viewer: Viewer, achievementId: string, personId: string): Promise<AssessorQualification | null> {
    return viewer.tx.manager.findOneBy(AssessorQualification, { achievementId, personId, endedAt: IsNull() });
  }

  /** Everybody who may assess it today, longest first. */
  async ofAchievement(viewer: Viewer, achievementId: string): Promise<AssessorQualification[]> {
    const found = await viewer.load('qualifications', achievementId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(AssessorQualification, 'it')
        .where('it.achievementId IN (:...ids) AND it.endedAt IS NULL', { ids: [...ids] })
        .orderBy('it.since')
        .addOrderBy('it.id')
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((row) => row.achievementId === id)]));
    });
    return found ?? [];
  }
}
