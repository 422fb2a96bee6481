import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { Decision } from '../assessments/decision.entity.js';
import { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { PeopleService } from '../people/people.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { UNINVOLVED } from './appeals.policy.js';

/** Whether somebody had nothing to do with what they are asked to decide: judged none of it, and neither manages the candidate nor is managed. */
@Injectable()
export class UninvolvedService {
  constructor(
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  async in(viewer: Viewer, submissionId: string): Promise<boolean> {
    const found = await viewer.load(UNINVOLVED, submissionId, (ids) => this.look(viewer, ids));
    return found === true;
  }

  private async look(viewer: Viewer, ids: readonly string[]): Promise<Map<string, boolean>> {
    const { personId } = viewer;
    if (!personId) return new Map();
    const submissionId = In([...ids]);
    const slots = await viewer.tx.manager.findBy(MarkingSlot, { submissionId, assessorId: personId });
    const decisions = await viewer.tx.manager.findBy(Decision, { submissionId, decidedBy: personId });
    const involved = new Set([...slots, ...decisions].map((each) => each.submissionId));
    const submissions = await Promise.all(ids.map((id) => this.submissions.submissionById(viewer, id)));
    const found = submissions.flatMap((each) => (each ? [each] : []));
    const candidates = [...new Set(found.map((each) => each.personId))];
    const relations = await this.people.relationsOf(viewer, personId, candidates);
    const isNear = (candidateId: string) => (relations.get(candidateId) ?? 'none') !== 'none';
    return new Map(found.map((each) => [each.id, !isNear(each.personId) && !involved.has(each.id)]));
  }
}
