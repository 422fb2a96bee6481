import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { type Portfolio, PortfolioService } from './portfolio.service.js';
import { DECLARATION, type SnapshotContent, type SnapshotStatement } from './snapshot.rules.js';
import { digestOf, sha256 } from './snapshot-digest.js';
import type { Submission } from './submission.entity.js';
import { isEditable, mayMove } from './submission.lifecycle.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionHandedIn } from './submissions.events.js';
import { GapsLeft, NotInThatState } from './submissions.refusals.js';
import { SubmissionsService } from './submissions.service.js';
import { WitnessesService } from './witnesses.service.js';

/** Handing in, which freezes a copy, and withdrawing. */
@Injectable()
export class HandInService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly files: FilesService,
    private readonly portfolios: PortfolioService,
    private readonly submissions: SubmissionsService,
    private readonly witnesses: WitnessesService,
  ) {}

  async submit(
    viewer: Viewer,
    id: string,
    declarationAccepted: boolean,
  ): Promise<Submission | GapsLeft | NotInThatState | NotFound | InvalidInput> {
    const submission = await this.ownLocked(viewer, id);
    if (!submission) return new NotFound('This submission');
    if (!isEditable(submission.state)) return new NotInThatState('It was handed in already.', submission.state);
    if (!declarationAccepted) return InvalidInput.of('declarationAccepted', 'Sign the declaration to hand in.');
    const portfolio = await this.portfolios.of(viewer, submission);
    const blocking = portfolio.gaps.filter((gap) => gap.blocking);
    if (blocking.length) return new GapsLeft(blocking);
    if (!portfolio.items.length && !(await this.asksForNothing(viewer, submission, portfolio)))
      return InvalidInput.of('submissionId', 'There is no evidence at all in it. Link something first.');

    const content = await this.contentOf(viewer, submission, portfolio);
    const previous = await this.submissions.snapshotOf(viewer, submission.id);
    const snapshot = viewer.tx.manager.create(SubmissionSnapshot, {
      id: newId(),
      submissionId: submission.id,
      number: (previous?.number ?? 0) + 1,
      takenAt: viewer.now,
      digest: digestOf(content),
      content,
    });
    await viewer.tx.manager.insert(SubmissionSnapshot, snapshot);
    viewer.forget('snapshot-of-submission', submission.id);
    await this.submissions.move(viewer, submission.id, 'SUBMITTED', null, 'CANDIDATE');
    // Screening: files came in whole and the mapping is complete, both by construction. It judges nobody.
    const queued = await this.submissions.move(viewer, submission.id, 'QUEUED', null, 'SYSTEM');
    await this.submissions.tellQueued(viewer, queued, snapshot);
    await record(viewer, new SubmissionHandedIn(submission.id, submission.personId, snapshot.id));
    return queued;
  }

  /** A renewal of something that says so is begun by asking for it. */
  private async asksForNothing(viewer: Viewer, submission: Submission, { criteria }: Portfolio): Promise<boolean> {
    if (!submission.renewsId || criteria.some(({ carried }) => !carried)) return false;
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    return version?.renewal === 'NOTHING';
  }

  async withdraw(viewer: Viewer, id: string): Promise<Submission | NotInThatState | NotFound> {
    const seen = await this.submissions.find(viewer, id);
    if (!seen) return new NotFound('This submission');
    if (!mayMove(seen.state, 'WITHDRAWN', 'CANDIDATE')) return tooLate(seen);
    // Whoever claims locks the slot before the submission; the same order here, or the two could wait for each other.
    // What waits is taken away before it is known whether it may be: where it may not, it comes back.
    await viewer.tx.query('SAVEPOINT withdrawing');
    await this.submissions.tellWithdrawn(viewer, seen);
    const submission = await this.ownLocked(viewer, id);
    if (!submission || !mayMove(submission.state, 'WITHDRAWN', 'CANDIDATE')) {
      await viewer.tx.query('ROLLBACK TO SAVEPOINT withdrawing');
      return tooLate(submission ?? seen);
    }
    return this.submissions.move(viewer, submission.id, 'WITHDRAWN', null, 'CANDIDATE');
  }

  private async ownLocked(viewer: Viewer, id: string): Promise<Submission | null> {
    const seen = await this.submissions.find(viewer, id);
    return seen && this.submissions.locked(viewer, seen.id);
  }

  private async contentOf(viewer: Viewer, submission: Submission, portfolio: Portfolio): Promise<SnapshotContent> {
    const items = await Promise.all(
      portfolio.items.map(async ({ letter, item }) => ({
        letter,
        itemId: item.id,
        kind: item.kind,
        title: item.title,
        note: item.note,
        url: item.url,
        text: item.text,
        fileId: item.fileId,
        madeOn: item.madeOn,
        keptAt: item.keptAt,
        ...(await this.saidOf(viewer, item)),
      })),
    );
    return {
      achievementVersionId: submission.achievementVersionId,
      declaration: DECLARATION,
      items,
      criteria: portfolio.criteria.map(
        ({ number, criterion, claimedLevel, notEvidenced, carried, askedAgain, links }) => ({
          criterionId: criterion.id,
          number,
          claimedLevel,
          notEvidenced,
          carried: carried && {
            level: carried.level,
            decidedAt: carried.decidedAt.toISOString(),
            fromDecisionId: carried.fromDecisionId,
          },
          ...(askedAgain && !askedAgain.bringsNew && links.length > 0 ? { sameBecause: askedAgain.sameBecause } : {}),
          links: links.map(({ letter, reflection }) => ({ letter, reflection })),
        }),
      ),
    };
  }

  /** What a witness said is part of the copy, with the digest that it got when it was said. */
  private async saidOf(
    viewer: Viewer,
    item: EvidenceItem,
  ): Promise<{ statement: SnapshotStatement | null; digest: string }> {
    const said = await this.witnesses.ofItem(viewer, item.id);
    if (said?.answer === 'CONFIRMED' && said.answeredAt && said.digest) {
      const { witnessName, question, sawOn, answeredAt, capacity, words, digest } = said;
      return {
        statement: {
          ...{ witnessName, isColleague: said.witnessPersonId !== null, question, sawOn },
          ...{ capacity: capacity ?? '', words: words ?? '', answeredAt: answeredAt.toISOString() },
        },
        digest,
      };
    }
    const file = item.fileId ? await this.files.byId(viewer, item.fileId) : null;
    return { statement: null, digest: file?.sha256 ?? sha256(item.text ?? item.url ?? '') };
  }
}

const tooLate = (submission: Submission) =>
  new NotInThatState(
    submission.state === 'WITHDRAWN' ? 'It was withdrawn already.' : 'It can no longer be withdrawn.',
    submission.state,
  );
