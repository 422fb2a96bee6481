import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { SubmissionGap } from './gaps.rules.js';
import type { SubmissionState } from './submission.lifecycle.js';
import { SubmissionGapType, SubmissionStateEnum } from './submission.type.js';

@ObjectType({ implements: () => [Refusal], description: 'The item is part of submissions. It stays.' })
export class EvidenceInUse extends Refusal {
  @Field(() => Int, { description: 'How many submissions.' })
  submissions: number;

  constructor(submissions: number, frozen: boolean) {
    super(
      frozen
        ? 'This was handed in; it stays, so that the assessment can be understood later.'
        : `This is linked in ${submissions === 1 ? 'a submission' : `${submissions} submissions`} you are preparing. Take it out there first.`,
    );
    this.submissions = submissions;
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The item is shown as the proof of a course. It stays until that is decided.',
})
export class EvidenceShown extends Refusal {
  constructor() {
    super('This is your proof for a course that waits for an answer. Take that back first, or wait for the answer.');
  }
}

@ObjectType({ implements: () => [Refusal], description: 'There is an attempt under way already.' })
export class AttemptOpen extends Refusal {
  @Field(() => ID, { description: 'That attempt.' })
  submissionId: string;

  constructor(submissionId: string) {
    super('You have an attempt under way. Go on with that one.');
    this.submissionId = submissionId;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'Something is missing. Nothing was handed in.' })
export class GapsLeft extends Refusal {
  @Field(() => [SubmissionGapType], { description: 'What is missing; hints are not among them.' })
  gaps: SubmissionGap[];

  constructor(gaps: SubmissionGap[]) {
    super(gaps.length === 1 ? 'One thing is missing.' : `${gaps.length} things are missing.`);
    this.gaps = gaps;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'Not possible where the submission stands.' })
export class NotInThatState extends Refusal {
  @Field(() => SubmissionStateEnum, { description: 'Where it stands.' })
  state: SubmissionState;

  constructor(message: string, state: SubmissionState) {
    super(message);
    this.state = state;
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'These words were changed meanwhile, on another screen. Nothing was overwritten.',
})
export class ReflectionChanged extends Refusal {
  @Field({ description: 'The words that are kept now.' })
  kept: string;

  constructor(kept: string) {
    super('These words were changed on another screen meanwhile. Nothing was overwritten.');
    this.kept = kept;
  }
}
