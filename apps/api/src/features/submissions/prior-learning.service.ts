import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PriorLearningScreen } from './prior-learning-screen.entity.js';
import type { ScreenedOutcomeInput } from './prior-learning.type.js';

const MOST_CHARACTERS = 2_000;
const MOST_SHOWN = 50;

/** Identification: the outcomes of an achievement, and where somebody puts themselves before anything is begun. */
@Injectable()
export class PriorLearningService {
  constructor(private readonly achievements: AchievementsService) {}

  of(viewer: Viewer, achievementVersionId: string): Promise<PriorLearningScreen | null> {
    return viewer.tx.manager.findOneBy(PriorLearningScreen, { personId: viewer.personId ?? '', achievementVersionId });
  }

  /** The viewer's own, the one in work first. */
  mine(viewer: Viewer): Promise<PriorLearningScreen[]> {
    return viewer.tx.manager.find(PriorLearningScreen, {
      where: { personId: viewer.personId ?? '' },
      order: { savedAt: 'DESC', achievementVersionId: 'ASC' },
      take: MOST_SHOWN,
    });
  }

  async save(
    viewer: Viewer,
    versionId: string,
    answers: readonly ScreenedOutcomeInput[],
    expectedRevision: number,
  ): Promise<PriorLearningScreen | InvalidInput | ChangedMeanwhile | NotFound> {
    const version = await this.achievements.find(viewer, versionId);
    if (!version || version.state === 'DRAFT' || !viewer.personId) return new NotFound('This achievement');
    const problems = problemsOf(answers, version.outcomes.length);
    if (problems.length) return new InvalidInput(problems);
    await viewer.tx.aloneIn(`screen ${viewer.personId} ${version.id}`);
    const before = await this.of(viewer, version.id);
    if ((before?.revision ?? 0) !== expectedRevision) return new ChangedMeanwhile(before?.revision ?? 0);

    const screen = viewer.tx.manager.create(PriorLearningScreen, {
      personId: viewer.personId,
      achievementVersionId: version.id,
      answers: answers.map(({ outcome, stance, words }) => ({ outcome, stance: stance ?? null, words })),
      revision: expectedRevision + 1,
      savedAt: viewer.now,
    });
    await viewer.tx.manager.save(PriorLearningScreen, screen);
    return screen;
  }
}

function problemsOf(answers: readonly ScreenedOutcomeInput[], outcomes: number): InputProblem[] {
  const seen = new Set<number>();
  return answers.flatMap(({ outcome, words }, index) => {
    const problems: InputProblem[] = [];
    if (!(outcome >= 0 && outcome < outcomes))
      problems.push(new InputProblem(`answers.${index}.outcome`, 'The achievement has no such outcome.'));
    if (seen.has(outcome)) problems.push(new InputProblem(`answers.${index}.outcome`, 'An outcome is answered twice.'));
    if (words.length > MOST_CHARACTERS)
      problems.push(new InputProblem(`answers.${index}.words`, 'An answer has at most 2,000 characters.'));
    seen.add(outcome);
    return problems;
  });
}
