import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import type { Course } from '../courses/course.entity.js';
import { CourseType } from '../courses/course.type.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { EvidenceItem } from '../submissions/evidence-item.entity.js';
import { EvidenceItemType } from '../submissions/evidence-item.type.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionType } from '../submissions/submission.type.js';
import { GAP_STEP_KINDS, type GapStepKind } from './gap-steps.rules.js';

export const GapStepKindEnum = Object.fromEntries(GAP_STEP_KINDS.map((each) => [each, each])) as {
  [K in GapStepKind]: K;
};
registerEnumType(GapStepKindEnum, {
  name: 'GapStepKind',
  description:
    'GO_ON: an attempt is under way. RENEW: it was held and has lapsed. PRIOR_LEARNING: show what one could do already. EARN: begin an achievement. COURSE: learn it first. MENTOR: ask somebody who holds it and offers help.',
});

@ObjectType('GapStep', { description: 'Something that can be done next about a skill that is not verified as asked.' })
export class GapStepType {
  @Field(() => GapStepKindEnum, { description: 'What it is.' })
  kind: GapStepKind;

  @Field(() => Int, { description: 'How many levels are still to be verified when it is done.' })
  remains: number;

  @Field(() => Float, { nullable: true, description: 'Hours of work; null where nobody knows.' })
  hours: number | null;

  @Field({ description: 'False: the achievement does not say how long it takes, and ten hours are taken.' })
  hoursSaid: boolean;

  @Field(() => AchievementVersionType, {
    nullable: true,
    description: 'What is earned; null of a course and a mentor.',
  })
  achievement: AchievementVersion | null;

  @Field(() => SubmissionType, { nullable: true, description: 'The attempt that is under way; for its owner.' })
  submission: Submission | null;

  @Field(() => CourseType, { nullable: true, description: 'What teaches it.' })
  course: Course | null;

  @Field(() => PersonType, { nullable: true, description: 'Who offers help with it.' })
  mentor: Person | null;

  @Field(() => ProficiencyLevelType, {
    nullable: true,
    description: 'The level that the course aims at, or that the mentor holds verified.',
  })
  level: ProficiencyLevel | null;

  @Field(() => [EvidenceItemType], {
    description: 'What is in the own library about the skill, five at most; for its owner.',
  })
  evidence: EvidenceItem[];
}
