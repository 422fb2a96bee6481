import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { OutcomeEnum } from './external-credential.type.js';
import type { Outcome } from './recognition.lifecycle.js';

@InputType({ description: 'A badge that was earned elsewhere: either a file or an address.' })
export class BringCredentialInput {
  @Field(() => String, { nullable: true, description: 'A file (PNG, SVG, JSON or token) in base64, 1 MB at most.' })
  file?: string | null;

  @Field(() => String, { nullable: true, description: 'What the file is called.' })
  fileName?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the badge stands on the web; https only.' })
  address?: string | null;
}

@InputType({ description: 'A skill at a level.' })
export class MappedSkillInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The level.' })
  ordinal: number;
}

@InputType({ description: 'A badge is sent to be looked at, with the skills that it is said to show.' })
export class SendExternalCredentialInput {
  @Field(() => ID, { description: 'The badge.' })
  id: string;

  @Field(() => [MappedSkillInput], { description: 'The skills that it is said to show; may be none.' })
  skills: MappedSkillInput[];

  @Field(() => String, { nullable: true, description: 'Why it is theirs, where the badge does not say so by itself.' })
  declaration?: string | null;
}

@InputType({ description: 'What a badge from elsewhere counts for.' })
export class DecideExternalCredentialInput {
  @Field(() => ID, { description: 'The badge.' })
  id: string;

  @Field(() => OutcomeEnum, { description: 'What it counts for.' })
  outcome: Outcome;

  @Field({ description: 'Why, as its holder reads it.' })
  reason: string;

  @Field(() => [MappedSkillInput], {
    nullable: true,
    description: 'When recognised: the skills and levels it counts for.',
  })
  skills?: MappedSkillInput[] | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: 'When recognised: its last day here. Left out: as long as the badge itself.',
  })
  until?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Somebody has confirmed that it is this person’s, where the badge does not say so.',
  })
  identityConfirmed?: boolean | null;
}
