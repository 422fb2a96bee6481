import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { NotFound } from '../../platform/graphql/refusal.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Exemplar } from './exemplar.entity.js';
import { ExemplarConsent } from './exemplar-consent.entity.js';
import { ConsentAsked, ConsentTakenBack, ExemplarAgreed } from './quality.events.js';
import './quality.policy.js';

/** The author of an exemplar says whether it may stand in for live work, and may say otherwise at any time. */
@Injectable()
export class ExemplarConsentsService implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(ExemplarAgreed, (system, { subjectId }) => this.ask(system, subjectId));
  }

  /** The viewer's own, those that wait for an answer first. */
  mine(viewer: Viewer): Promise<ExemplarConsent[]> {
    return viewer.tx.manager.find(ExemplarConsent, {
      where: { personId: viewer.personId ?? '' },
      order: { answeredAt: { direction: 'DESC', nulls: 'FIRST' }, askedAt: 'DESC', exemplarId: 'ASC' },
      take: 200,
    });
  }

  /** Of an exemplar; null where nobody was asked or it is not for the viewer. */
  async of(viewer: Viewer, exemplarId: string): Promise<ExemplarConsent | null> {
    const found = await viewer.tx.manager.findOneBy(ExemplarConsent, { exemplarId });
    return found && can(viewer, 'see', found) ? found : null;
  }

  async answer(viewer: Viewer, exemplarId: string, given: boolean): Promise<ExemplarConsent | NotFound> {
    const found = isId(exemplarId)
      ? await viewer.tx.manager.findOne(ExemplarConsent, {
          where: { exemplarId, personId: viewer.personId ?? '' },
          lock: { mode: 'pessimistic_write' },
        })
      : null;
    if (!found || !can(viewer, 'answer', found)) return new NotFound('This work');
    if (found.answer === given) return found;
    const wasGiven = found.answer === true;
    const change = { answer: given, answeredAt: viewer.now };
    await viewer.tx.manager.update(ExemplarConsent, { exemplarId }, change);
    if (wasGiven) await record(viewer, new ConsentTakenBack(exemplarId, viewer.now.toISOString()));
    return Object.assign(found, change);
  }

  /** Once two people agree on what it is worth, whoever wrote it is asked. What was written for the purpose is nobody's. */
  private async ask(system: Viewer, exemplarId: string): Promise<void> {
    const exemplar = await system.tx.manager.findOneBy(Exemplar, { id: exemplarId });
    if (!exemplar?.submissionId) return;
    const submission = await this.submissions.submissionById(system, exemplar.submissionId);
    if (!submission || (await system.tx.manager.existsBy(ExemplarConsent, { exemplarId }))) return;
    const { achievementId } = exemplar;
    const { personId } = submission;
    await system.tx.manager.insert(ExemplarConsent, {
      ...{ exemplarId, achievementId, personId, askedAt: system.now, answer: null, answeredAt: null },
    });
    await record(system, new ConsentAsked(exemplarId, achievementId, personId));
  }
}
