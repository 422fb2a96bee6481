import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { type ApplicationKind, AssessorApplication } from './assessor-application.entity.js';
import { QualificationKeepingService } from './qualification-keeping.service.js';
import { AssessorApplicationAnswered, AssessorApplied, AssessorInvited } from './quality.events.js';
import { leads } from './quality.policy.js';

type Asked = AssessorApplication | InvalidInput | NotAllowed | NotFound;

const MOST_CHARACTERS = 1000;
const MOST_SHOWN = 200;
const COULD_NOT: Record<ApplicationKind, string> = {
  APPLIED: 'You may assess it already, or you do not hold its skill by an assessed credential.',
  INVITED: 'This person may assess it already, or does not hold its skill by an assessed credential.',
};

/** How people become assessors: who holds the skill by an assessed credential asks, or is asked. */
@Injectable()
export class ApplicationsService implements OnModuleInit {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly keeping: QualificationKeepingService,
    private readonly listeners: EventListeners,
  ) {}

  onModuleInit(): void {
    // By the product, since nobody can make themselves an assessor, not even by saying yes.
    this.listeners.on(AssessorApplicationAnswered, (system, event) => this.welcome(system, event));
  }

  /** What the viewer could assess and does not: published achievements whose skill they hold by assessment. */
  async couldAssess(viewer: Viewer): Promise<AchievementVersion[]> {
    if (!viewer.personId) return [];
    const rows = await viewer.tx.query<{ id: string }>(
      'SELECT achievement_id AS id FROM app_could_assess(NULL) WHERE person_id = $1 LIMIT 100',
      [viewer.personId],
    );
    const open = new Set((await this.own(viewer)).filter((each) => !each.answer).map((each) => each.achievementId));
    const found = await Promise.all(
      rows.filter(({ id }) => !open.has(id)).map(({ id }) => this.achievements.publishedOf(viewer, id)),
    );
    return found.filter((each) => each !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Who could be asked to assess an achievement. */
  async candidates(viewer: Viewer, achievementId: string): Promise<string[]> {
    if (!isId(achievementId) || !leads(viewer, { achievementId })) return [];
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT could.person_id AS id FROM app_could_assess(ARRAY[$1::uuid]) could JOIN person ON person.id = could.person_id
       WHERE could.person_id IS DISTINCT FROM $2::uuid AND NOT EXISTS (SELECT FROM assessor_application asked
         WHERE asked.achievement_id = $1 AND asked.person_id = could.person_id AND asked.answer IS NULL)
       ORDER BY person.display_name, person.id LIMIT 100`,
      [achievementId, viewer.personId],
    );
    return rows.map(({ id }) => id);
  }

  /** The viewer's own applications and invitations, newest first. */
  async own(viewer: Viewer): Promise<AssessorApplication[]> {
    if (!viewer.personId) return [];
    return viewer.tx.manager.find(AssessorApplication, {
      where: { personId: viewer.personId },
      order: { askedAt: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  /** What waits for an answer, of everybody that the viewer looks after. */
  async waiting(viewer: Viewer): Promise<AssessorApplication[]> {
    const rows = await viewer.tx.manager.find(AssessorApplication, {
      where: { answer: IsNull() },
      order: { askedAt: 'ASC', id: 'ASC' },
      take: MOST_SHOWN,
    });
    return rows.filter((row) => leads(viewer, row));
  }

  async apply(viewer: Viewer, achievementId: string, message: string): Promise<Asked> {
    const { personId } = viewer;
    const version = isId(achievementId) ? await this.achievements.publishedOf(viewer, achievementId) : null;
    if (!version || !personId) return new NotFound('This achievement');
    return this.ask(viewer, version, personId, 'APPLIED', message);
  }

  async invite(viewer: Viewer, achievementId: string, personId: string, message: string): Promise<Asked> {
    const version = isId(achievementId) ? await this.achievements.publishedOf(viewer, achievementId) : null;
    if (!version) return new NotFound('This achievement');
    if (!leads(viewer, version)) return new NotAllowed('Your role does not cover this achievement.');
    if (!isId(personId)) return InvalidInput.of('personId', 'Choose somebody who works here.');
    if (viewer.isSelf(personId)) return new NotAllowed('You cannot invite yourself; apply, and a colleague answers.');
    return this.ask(viewer, version, personId, 'INVITED', message);
  }

  async answer(viewer: Viewer, id: string, accept: boolean, reason: string): Promise<Asked> {
    const found = isId(id)
      ? await viewer.tx.manager.findOne(AssessorApplication, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!found || !can(viewer, 'see', found)) return new NotFound('This application');
    if (found.answer !== null) return new NotAllowed('This was answered already.');
    if (!can(viewer, accept ? 'accept' : 'decline', found))
      return new NotAllowed('An application is accepted by a lead, an invitation by whoever was invited.');
    if (reason.length > MOST_CHARACTERS)
      return InvalidInput.of('reason', `A reason has at most ${MOST_CHARACTERS} characters.`);
    const isAsker = viewer.isSelf(found.askedBy);
    if (!accept && !isAsker && !reason.trim()) return InvalidInput.of('reason', 'Say why; they will read it.');
    const answer = accept ? 'ACCEPTED' : isAsker ? 'TAKEN_BACK' : 'DECLINED';
    const change = {
      answer,
      answerReason: reason.trim(),
      answeredAt: viewer.now,
      answeredBy: viewer.personId,
    } as const;
    Object.assign(found, change);
    await viewer.tx.manager.update(AssessorApplication, { id }, change);
    const { achievementId, personId } = found;
    if (accept && found.kind === 'APPLIED')
      await this.keeping.become(viewer, achievementId, personId, viewer.personId, 'Applied, and was accepted');
    await record(viewer, new AssessorApplicationAnswered(found.id, achievementId, personId, answer));
    return found;
  }

  private async ask(
    viewer: Viewer,
    { achievementId }: AchievementVersion,
    personId: string,
    kind: ApplicationKind,
    message: string,
  ): Promise<Asked> {
    if (message.length > MOST_CHARACTERS)
      return InvalidInput.of('message', `A message has at most ${MOST_CHARACTERS} characters.`);
    await viewer.tx.aloneIn(`application ${achievementId} ${personId}`);
    const [could] = await viewer.tx.query(
      'SELECT 1 FROM app_could_assess(ARRAY[$1::uuid]) WHERE person_id = $2::uuid',
      [achievementId, personId],
    );
    if (!could) return new NotAllowed(COULD_NOT[kind]);
    const there = await viewer.tx.manager.findOneBy(AssessorApplication, { achievementId, personId, answer: IsNull() });
    if (there) return there;
    const application = viewer.tx.manager.create(AssessorApplication, {
      ...{ id: newId(), achievementId, personId, kind, message: message.trim() },
      ...{ askedAt: viewer.now, askedBy: viewer.personId ?? '' },
      ...{ answer: null, answerReason: '', answeredAt: null, answeredBy: null },
    });
    await viewer.tx.manager.insert(AssessorApplication, application);
    const Asks = kind === 'APPLIED' ? AssessorApplied : AssessorInvited;
    await record(viewer, new Asks(application.id, achievementId, personId));
    return application;
  }

  private async welcome(system: Viewer, event: AssessorApplicationAnswered): Promise<void> {
    if (event.answer !== 'ACCEPTED') return;
    const found = await system.tx.manager.findOneBy(AssessorApplication, { id: event.subjectId });
    if (found?.kind !== 'INVITED') return;
    const reason = 'Was invited, and accepted';
    await this.keeping.become(system, found.achievementId, found.personId, found.askedBy, reason);
  }
}
