import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { CompletionsService } from '../courses/completions.service.js';
import { CoursesService } from '../courses/courses.service.js';
import { type ClaimProof, CompletionClaim, type CompletionClaimState } from './completion-claim.entity.js';
import type { ClaimCompletionInput } from './completion-claim.type.js';
import { CompletionClaimAnswered, CompletionClaimed } from './submissions.events.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceService } from './evidence.service.js';
import './submission.policy.js';

export type ClaimAnswer = Promise<CompletionClaim | InvalidInput | NotAllowed | NotFound>;
const MOST_WORDS = 2_000;
const MOST_REASON = 1_000;

/**
 * People say that they finished a course, and show why it is true. Nothing is recorded by that: whoever keeps the catalogue
 * accepts it, and then it is a completion like any other, or says why not.
 */
@Injectable()
export class CompletionClaimsService implements OnModuleInit {
  constructor(
    private readonly completions: CompletionsService,
    private readonly courses: CoursesService,
    private readonly evidence: EvidenceService,
    private readonly files: FilesService,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(CompletionClaim, 'CompletionClaim', (viewer, id) => this.find(viewer, id));
    this.files.alsoReadableWhen((viewer, file) => this.isShown(viewer, file));
  }

  byId(viewer: Viewer, id: string): Promise<CompletionClaim | null> {
    return viewer.load('completion-claim', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(CompletionClaim, { id: In([...ids]) });
      return new Map(found.map((claim) => [claim.id, claim]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<CompletionClaim | null> {
    const claim = isId(id) ? await this.byId(viewer, id) : null;
    return claim && can(viewer, 'read', claim) ? claim : null;
  }

  /** The claim that a completion came from, if it did. */
  ofCompletion(system: Viewer, completionId: string): Promise<CompletionClaim | null> {
    return system.tx.manager.findOneBy(CompletionClaim, { completionId });
  }

  /** What the viewer said last of a course. */
  newestOf(viewer: Viewer, courseId: string): Promise<CompletionClaim | null> {
    if (!viewer.personId) return Promise.resolve(null);
    return viewer.load('my-completion-claim', courseId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(CompletionClaim, 'claim')
        .distinctOn(['claim.courseId'])
        .where('claim.personId = :me AND claim.courseId IN (:...ids)', { me: viewer.personId, ids })
        .orderBy('claim.courseId')
        .addOrderBy('claim.claimedAt', 'DESC')
        .addOrderBy('claim.id', 'DESC')
        .getMany();
      return new Map(rows.map((claim) => [claim.courseId, claim]));
    });
  }

  /** The viewer's own, newest first. */
  mine(viewer: Viewer, input: PageInput): Promise<Page<CompletionClaim>> {
    return this.page(viewer, input, { personId: viewer.personId ?? '' }, 'DESC');
  }

  /** For those who decide: what waits longest comes first, what is decided newest first. */
  async all(viewer: Viewer, input: PageInput & { state: CompletionClaimState }): Promise<Page<CompletionClaim>> {
    if (!viewer.mayEverywhere('course.manage')) return pageOf<CompletionClaim>([], input, 0, () => []);
    return this.page(viewer, input, { state: input.state }, input.state === 'OPEN' ? 'ASC' : 'DESC');
  }

  async claim(viewer: Viewer, input: ClaimCompletionInput): ClaimAnswer {
    const course = await this.courses.find(viewer, input.courseId);
    const { personId } = viewer;
    if (!course || !personId) return new NotFound('This course');
    const facts = { completedOn: input.completedOn, grade: input.grade?.trim() ?? '', note: input.note?.trim() ?? '' };
    const item = await this.evidence.findToLink(viewer, input.evidenceItemId);
    const proof = item && (await this.proofOf(viewer, item));
    const problems = this.completions.problemsOf(viewer, facts);
    if (facts.note.length > MOST_WORDS) problems.push(new InputProblem('note', 'A note has at most 2,000 characters.'));
    if (!item || !proof) problems.push(new InputProblem('evidenceItemId', whyNoProof(item)));
    if (!item || !proof || problems.length) return new InvalidInput(problems);
    await aloneWithClaims(viewer);
    const stands = await this.completions.standing(viewer, { ...facts, courseId: course.id, personId });
    if (stands) return new NotAllowed('That is recorded already, for the same day.');
    if (await viewer.tx.manager.findOneBy(CompletionClaim, { courseId: course.id, personId, state: 'OPEN' }))
      return new NotAllowed('You have said so already, and it waits for an answer. Take that back to say it anew.');
    const claim = viewer.tx.manager.create(CompletionClaim, {
      ...facts,
      ...{ id: newId(), courseId: course.id, personId, itemId: item.id, proof, state: 'OPEN' },
      ...{ claimedAt: viewer.now, endedAt: null, decidedBy: null, reason: null, completionId: null },
    });
    await viewer.tx.manager.insert(CompletionClaim, claim);
    await record(viewer, new CompletionClaimed(claim.id, personId, course.id));
    viewer.forget('my-completion-claim', course.id);
    return claim;
  }

  async withdraw(viewer: Viewer, id: string): ClaimAnswer {
    const claim = await this.open(viewer, id);
    if (!claim) return new NotFound('This');
    if (!can(viewer, 'withdraw', claim)) return new NotAllowed(whyNot(claim, 'Only whoever said it takes it back.'));
    return this.end(viewer, claim, { state: 'WITHDRAWN' });
  }

  async accept(viewer: Viewer, id: string): ClaimAnswer {
    const claim = await this.open(viewer, id);
    if (!claim) return new NotFound('This');
    if (!can(viewer, 'decide', claim)) return new NotAllowed(whyNot(claim, OTHERS_DECIDE));
    const { courseId, personId, completedOn, grade } = claim;
    const completion = await this.completions.record(viewer, { courseId, personId, completedOn, grade });
    if (!('courseId' in completion)) return completion;
    const ended = await this.end(viewer, claim, {
      ...{ state: 'ACCEPTED', decidedBy: viewer.personId, completionId: completion.id },
    });
    await record(viewer, new CompletionClaimAnswered(claim.id, personId, courseId));
    return ended;
  }

  async refuse(viewer: Viewer, id: string, reason: string): ClaimAnswer {
    const claim = await this.open(viewer, id);
    if (!claim) return new NotFound('This');
    if (!can(viewer, 'decide', claim)) return new NotAllowed(whyNot(claim, OTHERS_DECIDE));
    if (!reason.trim()) return InvalidInput.of('reason', 'Say why: the person reads it.');
    if (reason.length > MOST_REASON) return InvalidInput.of('reason', 'A reason has at most 1,000 characters.');
    const ended = await this.end(viewer, claim, {
      ...{ state: 'REFUSED', decidedBy: viewer.personId, reason: reason.trim() },
    });
    await record(viewer, new CompletionClaimAnswered(claim.id, claim.personId, claim.courseId));
    return ended;
  }

  /** The file of the proof, for its owner, and for those who decide as long as it is to be decided. */
  fileOf(viewer: Viewer, claim: CompletionClaim): Promise<StoredFile | null> {
    return claim.proof.fileId ? this.files.readable(viewer, claim.proof.fileId) : Promise.resolve(null);
  }

  private async isShown(viewer: Viewer, file: StoredFile): Promise<boolean> {
    if (!viewer.mayEverywhere('course.manage')) return false;
    const shown = await viewer.load('file-of-open-claim', file.id, async (ids) => {
      const rows = await viewer.tx.query<{ id: string }>(
        `SELECT DISTINCT (proof ->> 'fileId')::uuid AS id FROM completion_claim
         WHERE state = 'OPEN' AND (proof ->> 'fileId')::uuid = ANY ($1)`,
        [[...ids]],
      );
      return new Map(rows.map(({ id }) => [id, true]));
    });
    return shown === true;
  }

  /** The row as it is now, once whoever decides at the same time is done. */
  private async open(viewer: Viewer, id: string): Promise<CompletionClaim | null> {
    if (!isId(id)) return null;
    await aloneWithClaims(viewer);
    viewer.forget('completion-claim', id);
    return this.find(viewer, id);
  }

  private async end(
    viewer: Viewer,
    claim: CompletionClaim,
    changes: Partial<Pick<CompletionClaim, 'state' | 'decidedBy' | 'reason' | 'completionId'>>,
  ): Promise<CompletionClaim> {
    const ended = { ...changes, endedAt: viewer.now };
    await viewer.tx.manager.update(CompletionClaim, { id: claim.id, state: 'OPEN' }, ended);
    viewer.forget('completion-claim', claim.id);
    viewer.forget('my-completion-claim', claim.courseId);
    return Object.assign(claim, ended);
  }

  private async page(
    viewer: Viewer,
    input: PageInput,
    where: Partial<Pick<CompletionClaim, 'personId' | 'state'>>,
    order: 'ASC' | 'DESC',
  ): Promise<Page<CompletionClaim>> {
    const found = viewer.tx.manager.createQueryBuilder(CompletionClaim, 'claim').where(where);
    const total = await found.getCount();
    const from = readTimeCursor(input.after);
    if (from)
      found.andWhere(`(claim.claimedAt, claim.id) ${order === 'ASC' ? '>' : '<'} (:at::timestamptz, :id)`, from);
    const rows = await found
      .orderBy('claim.claimedAt', order)
      .addOrderBy('claim.id', order)
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (claim) => [claim.claimedAt.toISOString(), claim.id]);
  }

  private async proofOf(viewer: Viewer, item: EvidenceItem): Promise<ClaimProof | null> {
    const { kind, title, madeOn, url, text, fileId } = item;
    // What the organisation recorded, or somebody was asked, tells of itself and needs no claim.
    if (item.courseCompletionId || kind === 'WITNESS' || kind === 'ATTESTED') return null;
    const file = fileId ? await this.files.byId(viewer, fileId) : null;
    return { kind, title, madeOn, url, text, fileId, sha256: file?.sha256 ?? null };
  }
}

const OTHERS_DECIDE = 'Whether it is recorded somebody else decides, who keeps the courses.';
const whyNot = (claim: CompletionClaim, who: string) =>
  claim.state === 'OPEN' ? who : 'It was decided or taken back meanwhile.';
const whyNoProof = (item: EvidenceItem | null) =>
  item
    ? 'A proof is a file, a link or words of your own, not what others said or recorded.'
    : 'Choose something from your evidence that shows it.';

/** Two who say or decide the same at once do so once. */
const aloneWithClaims = (viewer: Viewer) => viewer.tx.aloneIn('completion claims');
