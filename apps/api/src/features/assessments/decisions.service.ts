import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { HANDED_IN_FROM } from './assessment.policy.js';
import { Decision } from './decision.entity.js';
import { LeadsService } from './leads.service.js';
import { MarkingSlot } from './marking-slot.entity.js';

/** Decisions, for whoever may see them. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly leads: LeadsService,
  ) {}

  /** The decision that counts: the last. */
  async current(viewer: Viewer, submissionId: string): Promise<Decision | null> {
    return (await this.all(viewer, submissionId)).at(-1) ?? null;
  }

  /** Released decisions that another has replaced, the latest first, for whoever may see them. */
  async replaced(viewer: Viewer, submissionId: string): Promise<Decision[]> {
    const current = await this.seen(viewer, submissionId);
    const others = (await this.all(viewer, submissionId)).filter(
      (it) => it.id !== current?.id && it.releasedAt !== null,
    );
    return others.reverse().filter((it) => can(viewer, 'see', it));
  }

  private async all(viewer: Viewer, submissionId: string): Promise<Decision[]> {
    const found = await viewer.load('decision', submissionId, async (ids) => {
      const rows = await viewer.tx.manager.find(Decision, {
        where: { submissionId: In([...ids]) },
        order: { sequence: 'ASC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.submissionId === id)]));
    });
    return found ?? [];
  }

  /** One of the decisions on a submission, whether it still counts or not. */
  byId(viewer: Viewer, id: string): Promise<Decision | null> {
    return viewer.load('decision-by-id', id, async (ids) => {
      const rows = await viewer.tx.manager.findBy(Decision, { id: In([...ids]) });
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** The decision that counts, for whoever may see it: the candidate from its release on, and who has handed in a mark. */
  async seen(viewer: Viewer, submissionId: string): Promise<Decision | null> {
    const decision = await this.current(viewer, submissionId);
    if (!decision) return null;
    await this.learnPart(viewer, submissionId);
    return can(viewer, 'see', decision) ? decision : null;
  }

  /** Looks up what part the viewer has in a submission, for the rules that ask. */
  async learnPart(viewer: Viewer, submissionId: string): Promise<void> {
    await this.submissions.submissionById(viewer, submissionId);
    await this.leads.leads(viewer, submissionId);
    await viewer.load(HANDED_IN_FROM, submissionId, (ids) => this.handedInFrom(viewer, ids));
  }

  private async handedInFrom(viewer: Viewer, submissionIds: readonly string[]): Promise<Map<string, MarkingSlot>> {
    if (!viewer.personId) return new Map();
    const mine = { submissionId: In([...submissionIds]), assessorId: viewer.personId };
    // A moderator looks at what was handed in while holding the place.
    const slots = await viewer.tx.manager.findBy(MarkingSlot, [
      { ...mine, state: 'HANDED_IN' },
      { ...mine, state: 'LEASED', purpose: 'MODERATION' },
    ]);
    await viewer.learn(slots.map(({ candidateId }) => candidateId));
    return new Map(slots.map((slot) => [slot.submissionId, slot]));
  }
}
