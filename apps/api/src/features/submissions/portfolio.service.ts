import type { RubricCriterion } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { bringsNew, MOST_REASON } from './asked-again.rules.js';
import { CarriedCriterion } from './carried-criterion.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceService } from './evidence.service.js';
import { gapsOf, type SubmissionGap } from './gaps.rules.js';
import { byLetter, nextLetter } from './letters.rules.js';
import { sha256 } from './snapshot-digest.js';
import { isEditable } from './submission.lifecycle.js';
import { Submission } from './submission.entity.js';
import { CriterionClaim, EvidenceLink, SubmissionItem } from './submission-part.entity.js';
import { NotInThatState, ReflectionChanged } from './submissions.refusals.js';
import { SubmissionsService } from './submissions.service.js';
import { type RequestState, stateOf } from './witness.rules.js';
import { WitnessesService } from './witnesses.service.js';

export interface PortfolioCriterion {
  number: number;
  criterion: RubricCriterion;
  links: { letter: string; item: EvidenceItem & { said?: RequestState | null }; reflection: string }[];
  claimedLevel: number | null;
  notEvidenced: boolean;
  carried: CarriedCriterion | null;
  askedAgain: { bringsNew: boolean; sameBecause: string; answered: boolean } | null;
}
/** What a submission is made of while it is written. */
export interface Portfolio {
  items: { letter: string; item: EvidenceItem; criteria: number[] }[];
  criteria: PortfolioCriterion[];
  gaps: SubmissionGap[];
}
type Changed = Submission | InvalidInput | NotInThatState | NotFound;

const MOST_CHARACTERS = 5_000;

/** The working side of a submission: which evidence shows which criterion, and where the person puts themselves. */
@Injectable()
export class PortfolioService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly evidence: EvidenceService,
    private readonly submissions: SubmissionsService,
    private readonly witnesses: WitnessesService,
  ) {}

  /** Links an item to a criterion, or changes the words of the link. */
  async link(
    viewer: Viewer,
    submissionId: string,
    criterionId: string,
    itemId: string,
    reflection: string,
    replaces: string | null = null,
  ): Promise<Changed | ReflectionChanged> {
    const submission = await this.editable(viewer, submissionId);
    if (!(submission instanceof Submission)) return submission;
    const item = await this.evidence.findToLink(viewer, itemId);
    if (!item) return new NotFound('This evidence');
    if (!(await this.criterion(viewer, submission, criterionId))) return new NotFound('This criterion');
    if (reflection.length > MOST_CHARACTERS)
      return InvalidInput.of('reflection', 'A reflection has at most 5,000 characters.');

    const { manager } = viewer.tx;
    const stored = await manager.findOneBy(EvidenceLink, { submissionId: submission.id, itemId: item.id, criterionId });
    if (replaces !== null && stored && ![replaces, reflection].includes(stored.reflection))
      return new ReflectionChanged(stored.reflection);
    const used = await manager.findBy(SubmissionItem, { submissionId: submission.id });
    if (!used.some((each) => each.itemId === item.id))
      await manager.insert(SubmissionItem, {
        submissionId: submission.id,
        itemId: item.id,
        letter: nextLetter(used.map((each) => each.letter)),
      });
    await manager.upsert(EvidenceLink, { submissionId: submission.id, itemId: item.id, criterionId, reflection }, [
      'submissionId',
      'criterionId',
      'itemId',
    ]);
    // Evidence contradicts "there is none".
    await manager.update(CriterionClaim, { submissionId: submission.id, criterionId }, { notEvidenced: false });
    viewer.forget('evidence-used-in', item.id);
    return this.saved(viewer, submission);
  }

  async unlink(viewer: Viewer, submissionId: string, criterionId: string, itemId: string): Promise<Changed> {
    const submission = await this.editable(viewer, submissionId);
    if (!(submission instanceof Submission)) return submission;
    const item = await this.evidence.find(viewer, itemId);
    if (!item) return new NotFound('This evidence');

    const { manager } = viewer.tx;
    const place = { submissionId: submission.id, itemId: item.id };
    await manager.delete(EvidenceLink, { ...place, criterionId });
    if (!(await manager.existsBy(EvidenceLink, place))) await manager.delete(SubmissionItem, place);
    viewer.forget('evidence-used-in', item.id);
    return this.saved(viewer, submission);
  }

  async claimLevel(
    viewer: Viewer,
    submissionId: string,
    criterionId: string,
    claimedLevel: number | null,
    notEvidenced: boolean,
  ): Promise<Changed> {
    const submission = await this.editable(viewer, submissionId);
    if (!(submission instanceof Submission)) return submission;
    const criterion = await this.criterion(viewer, submission, criterionId);
    if (!criterion) return new NotFound('This criterion');
    if (claimedLevel !== null && !criterion.levels.some((level) => level.ordinal === claimedLevel))
      return InvalidInput.of('levelOrdinal', 'The criterion has no such level.');
    const { manager } = viewer.tx;
    if (notEvidenced && (await manager.existsBy(EvidenceLink, { submissionId: submission.id, criterionId })))
      return InvalidInput.of('notEvidenced', 'There is evidence linked to this criterion. Take it out first.');

    await manager.upsert(CriterionClaim, { submissionId: submission.id, criterionId, claimedLevel, notEvidenced }, [
      'submissionId',
      'criterionId',
    ]);
    return this.saved(viewer, submission);
  }

  /** Why the same evidence shows a criterion now that was not met with it before. Empty takes the words back. */
  async keepSame(viewer: Viewer, submissionId: string, criterionId: string, because: string): Promise<Changed> {
    const submission = await this.editable(viewer, submissionId);
    if (!(submission instanceof Submission)) return submission;
    const place = { submissionId: submission.id, criterionId };
    const claim = await viewer.tx.manager.findOneBy(CriterionClaim, place);
    if (!claim?.shownBefore)
      return InvalidInput.of('criterionId', 'This criterion was not found unmet in an attempt before.');
    if (because.length > MOST_REASON) return InvalidInput.of('because', 'A reason has at most 5,000 characters.');
    await viewer.tx.manager.update(CriterionClaim, place, { sameBecause: because });
    return this.saved(viewer, submission);
  }

  /** Everything together; many submissions of a list in three statements. */
  async of(viewer: Viewer, submission: Submission): Promise<Portfolio> {
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    if (!version) throw new Error(`Submission ${submission.id} is for no achievement.`);
    const { used, links, claims, carried } = await this.parts(viewer, submission.id);
    const items = await Promise.all(used.map(({ itemId }) => this.itemOf(viewer, itemId)));
    const lettered = used
      .flatMap(({ letter }, index) => {
        const item = items[index];
        return item ? [{ letter, item }] : [];
      })
      .sort(byLetter);
    const criteria = version.rubric.criteria.map((criterion, index): PortfolioCriterion => {
      const claim = claims.find((each) => each.criterionId === criterion.id);
      const shown = lettered.flatMap(({ letter, item }) => {
        const link = links.find((each) => each.criterionId === criterion.id && each.itemId === item.id);
        return link ? [{ letter, item, reflection: link.reflection }] : [];
      });
      return {
        number: index + 1,
        criterion,
        claimedLevel: claim?.claimedLevel ?? null,
        notEvidenced: claim?.notEvidenced ?? false,
        carried: carried.find((each) => each.criterionId === criterion.id) ?? null,
        askedAgain: askedAgain(claim, shown),
        links: shown,
      };
    });
    const shows = (letter: string) =>
      criteria.filter(({ links: each }) => each.some((link) => link.letter === letter)).map(({ number }) => number);
    return {
      criteria,
      items: lettered.map((each) => ({ ...each, criteria: shows(each.letter) })),
      gaps: isEditable(submission.state)
        ? gapsOf(
            criteria,
            { maxAgeMonths: version.evidenceMaxAgeMonths, rules: rulesFor(submission, version, carried.length > 0) },
            viewer.now.toISOString().slice(0, 10),
          )
        : [],
    };
  }

  /** With where the question to its witness stands. */
  private async itemOf(viewer: Viewer, itemId: string): Promise<PortfolioCriterion['links'][number]['item'] | null> {
    const item = await this.evidence.byId(viewer, itemId);
    if (item?.kind !== 'WITNESS' && item?.kind !== 'ATTESTED') return item;
    const said = await this.witnesses.ofItem(viewer, itemId);
    return Object.assign(item, { said: said ? stateOf(said, viewer.now) : ('TAKEN_BACK' as const) });
  }

  private async parts(viewer: Viewer, id: string) {
    const found = await viewer.load('portfolio-parts', id, async (ids) => {
      const those = { submissionId: In([...ids]) };
      const used = await viewer.tx.manager.findBy(SubmissionItem, those);
      const links = await viewer.tx.manager.findBy(EvidenceLink, those);
      const claims = await viewer.tx.manager.findBy(CriterionClaim, those);
      const carried = await viewer.tx.manager.findBy(CarriedCriterion, those);
      const of = <Part extends { submissionId: string }>(parts: Part[], each: string) =>
        parts.filter((part) => part.submissionId === each);
      return new Map(
        ids.map((each) => [
          each,
          { used: of(used, each), links: of(links, each), claims: of(claims, each), carried: of(carried, each) },
        ]),
      );
    });
    return found ?? { used: [], links: [], claims: [], carried: [] };
  }

  private async criterion(viewer: Viewer, submission: Submission, id: string): Promise<RubricCriterion | null> {
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    return version?.rubric.criteria.find((criterion) => criterion.id === id) ?? null;
  }

  /** The viewer's own submission, locked, while it can still be changed. */
  private async editable(viewer: Viewer, id: string): Promise<Submission | NotFound | NotInThatState> {
    const seen = await this.submissions.find(viewer, id);
    const submission = seen && (await this.submissions.locked(viewer, seen.id));
    if (!submission) return new NotFound('This submission');
    if (!isEditable(submission.state))
      return new NotInThatState('It was handed in and cannot be changed any more.', submission.state);
    return submission;
  }

  private async saved(viewer: Viewer, submission: Submission): Promise<Submission> {
    const changes = { revision: submission.revision + 1, savedAt: viewer.now };
    await viewer.tx.manager.update(Submission, { id: submission.id }, changes);
    viewer.forget('submission', submission.id);
    viewer.forget('portfolio-parts', submission.id);
    return Object.assign(submission, changes);
  }
}

/** A renewal in which something counts on asks for what it asks, and not for as much as the first time. */
function rulesFor(submission: Submission, version: AchievementVersion, carries: boolean) {
  const lighter = submission.renewsId !== null && carries;
  return lighter ? version.evidenceRules.filter(({ scope }) => scope !== 'WHOLE') : version.evidenceRules;
}

function askedAgain(
  claim: CriterionClaim | undefined,
  links: PortfolioCriterion['links'],
): PortfolioCriterion['askedAgain'] {
  if (!claim?.shownBefore) return null;
  const texts = new Map(
    links.flatMap(({ item: { id, kind, text, url } }) =>
      kind === 'TEXT' || kind === 'LINK' ? [[id, sha256(text ?? url ?? '')] as const] : [],
    ),
  );
  const isNew = bringsNew(links, claim.shownBefore, ({ id }) => texts.get(id) ?? null);
  return { bringsNew: isNew, sameBecause: claim.sameBecause, answered: isNew || claim.sameBecause.trim() !== '' };
}
