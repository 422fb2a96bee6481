import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementDesignService } from '../achievements/achievement-design.service.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import { AssessorQualification } from './assessor-qualification.entity.js';

type Named = AchievementVersion | InvalidInput | NotAllowed | NotFound;

/** Who may assess which achievement. Founders are named by HR before anybody can hold the skill by assessment. */
@Injectable()
export class QualificationsService implements OnModuleInit {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly design: AchievementDesignService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    // What nobody may mark would take in submissions and keep them waiting for ever.
    this.design.alsoCheckedBy(async (viewer, { achievementId }) => {
      const named = await this.ofAchievement(viewer, achievementId);
      const roles = await Promise.all(named.map(({ personId }) => this.people.hasRole(viewer, personId, 'ASSESSOR')));
      if (roles.includes(true)) return [];
      const message = named.length
        ? 'None of those named has the role of assessor. Name somebody who has.'
        : 'Name at least one founding assessor.';
      return [{ section: 'assessors', field: 'assessors', message }];
    });
  }

  async nameFounder(viewer: Viewer, versionId: string, personId: string): Promise<Named> {
    const version = await this.achievements.find(viewer, versionId);
    const person = isId(personId) ? await this.people.byId(viewer, personId) : null;
    if (!version) return new NotFound('This achievement');
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
    const { achievementId } = version;
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
