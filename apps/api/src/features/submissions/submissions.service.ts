import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import { asEntities, type Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { type DomainEvent, record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { Submission } from './submission.entity.js';
import { type Actor, mayMove, type SubmissionState } from './submission.lifecycle.js';
import { JUDGES, JUDGES_COPY } from './submission.policy.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionTransition } from './submission-transition.entity.js';
import { SubmissionMoved } from './submissions.events.js';

type WhenQueued = (viewer: Viewer, submission: Submission, snapshot: SubmissionSnapshot) => Promise<void>;
type WhoJudges = (viewer: Viewer, ids: readonly string[]) => Promise<Map<string, boolean>>;
type WhenWithdrawn = (viewer: Viewer, submission: Submission) => Promise<void>;

const SUBMISSIONS_OF: Part<Submission[]> = {
  name: 'submissions-of',
  sql: 'SELECT * FROM submission WHERE person_id = ANY ($ids) ORDER BY created_at DESC, id DESC',
  rows: (rows, tx) => rowsBy(asEntities(tx, Submission, rows), ({ personId }) => personId),
};

/**
 * Attempts: finding them, and moving them along. Higher features that must act in the very transaction of a move
 * (a hand-in must never be without its place in the queue) register here; those who only want to know listen to events.
 */
@Injectable()
export class SubmissionsService implements OnModuleInit {
  private readonly queued: WhenQueued[] = [];
  private readonly withdrawn: WhenWithdrawn[] = [];
  private judges: WhoJudges = () => Promise.resolve(new Map());
  private judgesCopies: WhoJudges = () => Promise.resolve(new Map());

  constructor(private readonly nodes: NodeFinders) {}

  onModuleInit(): void {
    this.nodes.register(Submission, 'Submission', (viewer, id) => this.find(viewer, id));
  }

  /** Who judges what is known above this feature; it tells here of submissions and of frozen copies. */
  judgedBy(submissions: WhoJudges, copies: WhoJudges): void {
    this.judges = submissions;
    this.judgesCopies = copies;
  }

  /** Acts in the transaction in which a submission enters the queue. */
  whenQueued(act: WhenQueued): void {
    this.queued.push(act);
  }

  /**
   * Acts in the transaction in which a candidate withdraws, before the submission itself is locked. It may only take
   * away what waits: somebody may be claiming at this moment, and then the withdrawal is refused.
   */
  whenWithdrawn(act: WhenWithdrawn): void {
    this.withdrawn.push(act);
  }

  async tellQueued(viewer: Viewer, submission: Submission, snapshot: SubmissionSnapshot): Promise<void> {
    for (const act of this.queued) await act(viewer, submission, snapshot);
  }

  async tellWithdrawn(viewer: Viewer, submission: Submission): Promise<void> {
    for (const act of this.withdrawn) await act(viewer, submission);
  }

  submissionById(viewer: Viewer, id: string): Promise<Submission | null> {
    return viewer.load('submission', id, async (ids) => {
      const submissions = await viewer.tx.manager.findBy(Submission, { id: In([...ids]) });
      return new Map(submissions.map((submission) => [submission.id, submission]));
    });
  }

  /** The candidate's own; everybody else is told that it does not exist. */
  async find(viewer: Viewer, id: string): Promise<Submission | null> {
    const submission = isId(id) ? await this.submissionById(viewer, id) : null;
    return submission && can(viewer, 'read', submission) ? submission : null;
  }

  /** The viewer's own, newest first. */
  async mine(viewer: Viewer, input: PageInput & { evidenceId?: string | null }): Promise<Page<Submission>> {
    const used = input.evidenceId ? await this.usingEvidence(viewer, input.evidenceId) : null;
    const own = (await this.own(viewer)).filter(({ id }) => used === null || used.has(id));
    const from = readTimeCursor(input.after);
    const rows = from ? own.filter((each) => isAfter(from, each)) : own;
    return pageOf(rows.slice(0, limitOf(input)), input, own.length, (it) => [it.createdAt.toISOString(), it.id]);
  }

  private async usingEvidence(viewer: Viewer, evidenceId: string): Promise<Set<string>> {
    if (!isId(evidenceId)) return new Set();
    const rows = await viewer.tx.query<{ id: string }>(
      'SELECT submission_id AS id FROM submission_item WHERE item_id = $1',
      [evidenceId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The viewer's attempt that is under way at an achievement, in whatever version; else the latest. */
  async mineAt(viewer: Viewer, achievementId: string): Promise<Submission | null> {
    const there = (await this.own(viewer)).filter((each) => each.achievementId === achievementId);
    return there.reduce<Submission | null>(
      (last, each) => (last && last.attemptNo >= each.attemptNo ? last : each),
      null,
    );
  }

  /** All of them at once: a page asks about many achievements, and nobody makes more attempts than fit a few pages. */
  private async own(viewer: Viewer): Promise<Submission[]> {
    if (!viewer.personId) return [];
    return (await viewer.loadTogether(SUBMISSIONS_OF, viewer.personId)) ?? [];
  }

  /** After one of the viewer's attempts was written. */
  forgetOwn(viewer: Viewer): void {
    viewer.forget(SUBMISSIONS_OF.name, viewer.personId ?? '');
  }

  /** Attempts of these people that are handed in and not yet released. Their line manager may see where they stand. */
  async waitingOf(viewer: Viewer, personIds: readonly string[]): Promise<Submission[]> {
    const waiting = await viewer.tx.manager
      .createQueryBuilder(Submission, 'submission')
      .where('submission.personId = ANY (:ids)', { ids: [...personIds] })
      .andWhere(`submission.state NOT IN ('DRAFT', 'RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID')`)
      .orderBy('submission.submittedAt')
      .addOrderBy('submission.id')
      .getMany();
    return waiting.filter((submission) => can(viewer, 'seeState', submission));
  }

  snapshotById(viewer: Viewer, id: string): Promise<SubmissionSnapshot | null> {
    return viewer.load('submission-snapshot', id, async (ids) => {
      const snapshots = await viewer.tx.manager.findBy(SubmissionSnapshot, { id: In([...ids]) });
      return new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
    });
  }

  /** The frozen copy when this viewer may read it: the candidate, or whoever judges it. */
  async copyFor(viewer: Viewer, id: string): Promise<SubmissionSnapshot | null> {
    const snapshot = await this.snapshotById(viewer, id);
    if (!snapshot) return null;
    await this.submissionById(viewer, snapshot.submissionId);
    await viewer.load(JUDGES_COPY, id, (ids) => this.judgesCopies(viewer, ids));
    return can(viewer, 'read', snapshot) ? snapshot : null;
  }

  /** The bare row when this viewer may know of it: where it stands and since when, not what is in it. */
  async seen(viewer: Viewer, id: string): Promise<Submission | null> {
    const submission = await this.submissionById(viewer, id);
    if (!submission) return null;
    await viewer.load(JUDGES, id, (ids) => this.judges(viewer, ids));
    return can(viewer, 'see', submission) ? submission : null;
  }

  /** The newest frozen copy; null before the first hand-in. */
  snapshotOf(viewer: Viewer, submissionId: string): Promise<SubmissionSnapshot | null> {
    return viewer.load('snapshot-of-submission', submissionId, async (ids) => {
      const snapshots = await viewer.tx.manager.find(SubmissionSnapshot, {
        where: { submissionId: In([...ids]) },
        order: { number: 'ASC' },
      });
      return new Map(snapshots.map((snapshot) => [snapshot.submissionId, snapshot]));
    });
  }

  /** The newest frozen copy, where this viewer may read it. */
  async newestCopyFor(viewer: Viewer, submissionId: string): Promise<SubmissionSnapshot | null> {
    const newest = await this.snapshotOf(viewer, submissionId);
    return newest && this.copyFor(viewer, newest.id);
  }

  async timelineOf(viewer: Viewer, submissionId: string): Promise<SubmissionTransition[]> {
    const steps = await viewer.load('submission-timeline', submissionId, async (ids) => {
      const found = await viewer.tx.manager.find(SubmissionTransition, {
        where: { submissionId: In([...ids]) },
        order: { id: 'ASC' },
      });
      return new Map(ids.map((id) => [id, found.filter((step) => step.submissionId === id)]));
    });
    return steps ?? [];
  }

  /** The row as it is now, and nobody else changes it until the end of this transaction. */
  locked(viewer: Viewer, id: string): Promise<Submission | null> {
    return viewer.tx.manager.findOne(Submission, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Moves a submission along by the table of its life, and records who did it and why.
   * Callers look first whether it may move; a move that the table does not know is a fault of the program.
   */
  async move(
    viewer: Viewer,
    id: string,
    to: SubmissionState,
    note: string | null = null,
    as: Actor | null = null,
  ): Promise<Submission> {
    const submission = await this.locked(viewer, id);
    if (!submission) throw new Error(`There is no submission ${id} to move.`);
    const { state: from, heldFrom } = submission;
    const actor = (as ? [as] : rolesOf(viewer, submission)).find((each) => mayMove(from, to, each, heldFrom));
    if (!actor) throw new Error(`Submission ${id} cannot go from ${from} to ${to} here.`);

    const changes = {
      state: to,
      heldFrom: to === 'ON_HOLD' ? from : null,
      revision: submission.revision + 1,
      ...(to === 'SUBMITTED' ? { submittedAt: viewer.now } : {}),
    };
    await viewer.tx.manager.update(Submission, { id }, changes);
    await this.note(viewer, submission, { from, to, actor, note });
    await record(viewer, new SubmissionMoved(id, submission.personId, from, to));
    viewer.forget('submission', id);
    this.forgetOwn(viewer);
    return Object.assign(submission, changes);
  }

  /** The database moved it to marking together with the place that somebody took: what is left is to tell. */
  begun(viewer: Viewer, { id, personId }: Pick<Submission, 'id' | 'personId'>): DomainEvent {
    for (const name of ['submission', 'submission-timeline']) viewer.forget(name, id);
    return new SubmissionMoved(id, personId, 'QUEUED', 'IN_MARKING');
  }

  /** While it is on hold something happened that sends it back: where it goes on afterwards. By the product alone. */
  async goesOnFrom(system: Viewer, id: string, heldFrom: SubmissionState, note: string): Promise<void> {
    const submission = await this.locked(system, id);
    if (submission?.state !== 'ON_HOLD' || !submission.heldFrom) throw new Error(`Submission ${id} is not on hold.`);
    if (!mayMove(submission.heldFrom, heldFrom, 'SYSTEM'))
      throw new Error(`Submission ${id} cannot go from ${submission.heldFrom} to ${heldFrom} here.`);
    await system.tx.manager.update(Submission, { id }, { heldFrom, revision: submission.revision + 1 });
    await this.note(system, submission, { from: 'ON_HOLD', to: 'ON_HOLD', actor: 'SYSTEM', note });
    system.forget('submission', id);
  }

  /** Writes a step of the timeline. */
  async note(
    viewer: Viewer,
    submission: Submission,
    step: { from: SubmissionState | null; to: SubmissionState; actor: Actor; note: string | null },
  ): Promise<void> {
    await viewer.tx.manager.insert(SubmissionTransition, {
      id: newId(),
      submissionId: submission.id,
      at: viewer.now,
      fromState: step.from,
      toState: step.to,
      actorId: viewer.personId,
      actorRole: step.actor,
      note: step.note,
    });
    viewer.forget('submission-timeline', submission.id);
  }
}

/** Whose submission it is comes first: nobody moves their own as an assessor. */
function rolesOf(viewer: Viewer, submission: Submission): Actor[] {
  if (viewer.kind === 'system') return ['SYSTEM'];
  if (viewer.isSelf(submission.personId)) return ['CANDIDATE'];
  return [
    ...(viewer.may('submission.mark') ? (['ASSESSOR'] as const) : []),
    ...(viewer.roles.has('ASSESSMENT_LEAD') ? (['LEAD'] as const) : []),
  ];
}

/** Whether it comes later in the list, newest first, than what a cursor says. */
function isAfter(from: { at: string; id: string }, { createdAt, id }: Submission): boolean {
  const at = createdAt.toISOString();
  return at < from.at || (at === from.at && id < from.id);
}
