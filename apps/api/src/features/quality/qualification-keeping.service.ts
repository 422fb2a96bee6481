import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AssessorQualification, type AssessorState } from '../assessments/assessor-qualification.entity.js';
import { dayAfter, dayOf } from '../../platform/access/day.js';
import { QualificationEvent, type QualificationEventKind } from './qualification-event.entity.js';
import { AssessorStateChanged } from './quality.events.js';
import './quality.policy.js';

type Kept = AssessorQualification | InvalidInput | NotAllowed | NotFound;

const MOST_REASON = 1000;
/** For how long a new assessor is qualified without being looked at again. */
const VALID_DAYS = 730;

/** Training, trust, validity and end of a qualification. Every change leaves its reason. */
@Injectable()
export class QualificationKeepingService {
  async become(
    viewer: Viewer,
    achievementId: string,
    personId: string,
    namedBy: string | null,
    reason: string,
  ): Promise<AssessorQualification> {
    await viewer.tx.aloneIn(`qualification ${achievementId}`);
    const there = await viewer.tx.manager.findOneBy(AssessorQualification, {
      ...{ achievementId, personId, endedAt: IsNull() },
    });
    if (there) return there;
    const today = dayOf(viewer);
    const qualification = viewer.tx.manager.create(AssessorQualification, {
      ...{ id: newId(), achievementId, personId, basis: 'HOLDS_SKILL', since: today, endedAt: null, namedBy },
      ...{ validUntil: dayAfter(today, VALID_DAYS), trainingCompletedOn: null, trainingNote: '', state: 'PROVISIONAL' },
    });
    await viewer.tx.manager.insert(AssessorQualification, qualification);
    await this.note(viewer, qualification, 'NAMED', null, 'PROVISIONAL', reason);
    viewer.forget('qualifications', achievementId);
    return qualification;
  }

  async recordTraining(viewer: Viewer, id: string, completedOn: string, note: string): Promise<Kept> {
    const found = await this.keepable(viewer, id, note, false);
    if (!(found instanceof AssessorQualification)) return found;
    if (completedOn > dayOf(viewer)) return InvalidInput.of('completedOn', 'Training was completed today or before.');
    found.trainingCompletedOn = completedOn;
    found.trainingNote = note.trim();
    await this.store(viewer, found, { trainingCompletedOn: completedOn, trainingNote: note.trim() });
    await this.note(viewer, found, 'TRAINED', null, null, note.trim() || `Completed on ${completedOn}`);
    return found;
  }

  async setValidity(viewer: Viewer, id: string, validUntil: string | null, reason: string): Promise<Kept> {
    const found = await this.keepable(viewer, id, reason);
    if (!(found instanceof AssessorQualification)) return found;
    if (validUntil !== null && validUntil < dayOf(viewer))
      return InvalidInput.of('validUntil', 'The last day is today or later; to stop at once, end the qualification.');
    found.validUntil = validUntil;
    await this.store(viewer, found, { validUntil });
    await this.note(viewer, found, 'VALIDITY', null, null, reason.trim());
    return found;
  }

  async changeState(viewer: Viewer, id: string, state: AssessorState, reason: string): Promise<Kept> {
    const found = await this.keepable(viewer, id, reason);
    if (!(found instanceof AssessorQualification)) return found;
    if (found.state === state) return found;
    await this.put(viewer, found, state, 'STATE', reason.trim());
    return found;
  }

  async end(viewer: Viewer, id: string, reason: string): Promise<Kept> {
    const found = await this.keepable(viewer, id, reason);
    if (!(found instanceof AssessorQualification)) return found;
    found.endedAt = viewer.now;
    await this.store(viewer, found, { endedAt: viewer.now });
    await this.note(viewer, found, 'ENDED', found.state, null, reason.trim());
    return found;
  }

  /** Another state, with its history and its news. */
  async put(
    viewer: Viewer,
    qualification: AssessorQualification,
    state: AssessorState,
    kind: QualificationEventKind,
    reason: string,
  ): Promise<void> {
    const from = qualification.state;
    qualification.state = state;
    await this.store(viewer, qualification, { state });
    await this.note(viewer, qualification, kind, from, state, reason);
    const { id, achievementId, personId } = qualification;
    await record(viewer, new AssessorStateChanged(id, achievementId, personId, state));
  }

  private async keepable(viewer: Viewer, id: string, reason: string, isAsked = true): Promise<Kept> {
    const found = isId(id)
      ? await viewer.tx.manager.findOne(AssessorQualification, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!found || !can(viewer, 'see', found)) return new NotFound('This assessor');
    if (found.endedAt !== null) return new NotAllowed('This qualification was ended.');
    if (!can(viewer, 'keep', found))
      return new NotAllowed('This is for another lead: yours does not cover it, or it is your own qualification.');
    if (isAsked && !reason.trim()) return InvalidInput.of('reason', 'Say why; the assessor will read it.');
    if (reason.length > MOST_REASON)
      return InvalidInput.of('reason', `A reason has at most ${MOST_REASON} characters.`);
    return found;
  }

  private async store(
    viewer: Viewer,
    { id, achievementId }: AssessorQualification,
    change: Partial<AssessorQualification>,
  ): Promise<void> {
    await viewer.tx.manager.update(AssessorQualification, { id }, change);
    viewer.forget('qualifications', achievementId);
    viewer.forget('qualification-events', id);
  }

  private async note(
    viewer: Viewer,
    { id, achievementId }: AssessorQualification,
    kind: QualificationEventKind,
    fromState: AssessorState | null,
    toState: AssessorState | null,
    reason: string,
  ): Promise<void> {
    await viewer.tx.manager.insert(QualificationEvent, {
      ...{ id: newId(), qualificationId: id, achievementId, at: viewer.now, actorId: viewer.personId },
      ...{ kind, fromState, toState, reason },
    });
  }
}
