import type { Check, CheckState, QualityStatus, Verdict } from '@assay/credential';
import { Field, ID, Int, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import { SkillType } from '../skills/skill.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import type { RecipientState } from './external-credential.entity.js';
import type { ExternalState, Outcome } from './recognition.lifecycle.js';

const ExternalStateEnum = {
  CHECKING: 'CHECKING',
  CHECKED: 'CHECKED',
  SENT: 'SENT',
  DECIDED: 'DECIDED',
} as const satisfies { [S in ExternalState]: S };
registerEnumType(ExternalStateEnum, {
  name: 'ExternalCredentialState',
  description: 'How far a badge from elsewhere is.',
  valuesMap: {
    CHECKING: { description: 'It waits to be checked.' },
    CHECKED: { description: 'It was checked; only its holder sees it.' },
    SENT: { description: 'Its holder asks what it counts for.' },
    DECIDED: { description: 'That was decided.' },
  },
});
export { ExternalStateEnum };

export const OutcomeEnum = {
  RECOGNISED: 'RECOGNISED',
  RPL_REQUIRED: 'RPL_REQUIRED',
  INFORMATION_ONLY: 'INFORMATION_ONLY',
} as const satisfies { [O in Outcome]: O };
registerEnumType(OutcomeEnum, {
  name: 'RecognitionOutcome',
  description: 'What a badge from elsewhere counts for.',
  valuesMap: {
    RECOGNISED: { description: 'It counts for skills at levels, until a day.' },
    RPL_REQUIRED: {
      description: 'The skills are to be shown by recognition of prior learning; the badge is evidence.',
    },
    INFORMATION_ONLY: { description: 'It is shown and counts for nothing.' },
  },
});

const RecipientEnum = {
  MATCHED: 'MATCHED',
  OTHER: 'OTHER',
  UNNAMED: 'UNNAMED',
  UNREADABLE: 'UNREADABLE',
} as const satisfies { [R in RecipientState]: R };
registerEnumType(RecipientEnum, {
  name: 'RecipientState',
  description: 'Whether a badge says that it is this person’s.',
  valuesMap: {
    MATCHED: { description: 'It names an address of this person.' },
    OTHER: { description: 'It names an address that is not known to be this person’s.' },
    UNNAMED: { description: 'It names nobody by address.' },
    UNREADABLE: { description: 'It names somebody in a way that cannot be compared.' },
  },
});

/** The API's words cannot have hyphens. */
export const enumWord = (word: string): string => word.replaceAll('-', '_').toUpperCase();

const VerdictEnum = {
  GENUINE_AND_CURRENT: 'GENUINE_AND_CURRENT',
  EXPIRED: 'EXPIRED',
  NOT_YET_VALID: 'NOT_YET_VALID',
  REVOKED: 'REVOKED',
  SUSPENDED: 'SUSPENDED',
  UNKNOWN_ISSUER: 'UNKNOWN_ISSUER',
  COULD_NOT_CHECK: 'COULD_NOT_CHECK',
  BROKEN: 'BROKEN',
} as const satisfies { [V in Uppercase<Snake<Verdict>>]: V };
registerEnumType(VerdictEnum, { name: 'VerificationVerdict', description: 'The answer to “may I rely on it?”.' });

const CheckStateEnum = {
  OK: 'OK',
  FAILED: 'FAILED',
  WARNING: 'WARNING',
  NOT_CHECKED: 'NOT_CHECKED',
} as const satisfies { [S in Uppercase<Snake<CheckState>>]: S };
registerEnumType(CheckStateEnum, {
  name: 'VerificationCheckState',
  description: 'A warning is not a failure, and what was not checked is not a pass.',
});

const QualityStatusEnum = {
  MET: 'MET',
  PARTIAL: 'PARTIAL',
  NOT_MET: 'NOT_MET',
  NOT_STATED: 'NOT_STATED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  SHOWN: 'SHOWN',
} as const satisfies { [S in Uppercase<Snake<QualityStatus>>]: S };
registerEnumType(QualityStatusEnum, {
  name: 'QualityStatus',
  description: 'How a question of the quality profile is answered.',
});

type Snake<Word extends string> = Word extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : Word;

@ObjectType('VerificationCheckDetail', { description: 'Something worth knowing about a check.' })
export class BadgeCheckDetailType {
  @Field({ description: 'What it is.' })
  label: string;

  @Field({ description: 'As it was found.' })
  value: string;
}

@ObjectType('VerificationCheck', { description: 'The answer to one question about a badge.' })
export class BadgeCheckType {
  @Field({ description: 'Which question.' })
  name: string;

  @Field(() => CheckStateEnum, { description: 'How it was answered.' })
  state: string;

  @Field({ description: 'The answer in words.' })
  sentence: string;

  @Field(() => [BadgeCheckDetailType], { description: 'What else was found.' })
  details: Check['details'];
}

@ObjectType('QualityField', { description: 'One of the 26 questions about what a badge is worth.' })
export class BadgeQualityFieldType {
  @Field(() => Int, { description: 'Its number.' })
  number: number;

  @Field({ description: 'The question in words.' })
  name: string;

  @Field(() => QualityStatusEnum, { description: 'How it is answered.' })
  status: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the answer comes from: signed, checked, counted, register or holder.',
  })
  provenance: string | null;

  @Field({ description: 'The answer in words.' })
  sentence: string;
}

@ObjectType('QualityProfile', { description: 'What a badge is worth, question by question.' })
export class BadgeQualityType {
  @Field(() => [BadgeQualityFieldType], { description: 'All questions.' })
  fields: BadgeQualityFieldType[];

  @Field(() => Float, { description: 'Share of the questions about which something is said, 0 to 1.' })
  transparency: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Weighted share of what is met; null where the proof does not hold.',
  })
  index: number | null;
}

@ObjectType('NamedSkill', { description: 'A skill in the words of a badge.' })
export class NamedSkillType {
  @Field({ description: 'Its name there.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where it is defined.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Its code there.' })
  code: string | null;
}

@ObjectType('ExternalBadgeWords', { description: 'What a badge from elsewhere says.' })
export class BadgeWordsType {
  @Field({ description: 'What was earned.' })
  name: string;

  @Field({ description: 'What that is.' })
  description: string;

  @Field({ description: 'What it took; may be empty.' })
  criteria: string;

  @Field(() => String, { nullable: true, description: 'Where what it took is described.' })
  criteriaUrl: string | null;

  @Field({ description: 'Who issued it, in its own words.' })
  issuerName: string;

  @Field({ description: 'The issuer’s identifier.' })
  issuerId: string;

  @Field(() => Date, { nullable: true, description: 'When it was issued.' })
  issuedOn: string | null;

  @Field(() => Date, { nullable: true, description: 'When it ends.' })
  endsOn: string | null;

  @Field(() => [NamedSkillType], { description: 'The skills that it names, twenty at most.' })
  skills: NamedSkillType[];
}

@ObjectType('MappedSkill', { description: 'A skill at a level that a badge from elsewhere is taken to show.' })
export class MappedSkillType {
  @Field(() => SkillType, { description: 'The skill.' })
  skill: SkillView;

  @Field(() => Int, { description: 'The level.' })
  ordinal: number;

  @Field(() => String, { nullable: true, description: 'What the level is called.' })
  label: string | null;
}

@ObjectType('SuggestedSkill', {
  description: 'A skill of ours that a badge may mean. A person accepts it, or does not.',
})
export class SuggestedSkillType {
  @Field(() => SkillType, { description: 'The skill.' })
  skill: SkillView;

  @Field({ description: 'Why.' })
  why: string;
}

@ObjectType('ExternalCredential', {
  implements: () => [NodeType],
  description: 'A badge that somebody earned elsewhere. It stays what it is and is never signed again as ours.',
})
export class ExternalCredentialType implements NodeType {
  id: string;

  @Field(() => ExternalStateEnum, { description: 'How far it is.' })
  state: ExternalState;

  @Field({ description: 'What the file was called; empty for an address.' })
  fileName: string;

  @Field(() => String, { nullable: true, description: 'Where it stands on the web, when it came so.' })
  address: string | null;

  @Field({ description: 'When it was brought.' })
  broughtAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was checked last.' })
  checkedAt: Date | null;

  @Field(() => RecipientEnum, { nullable: true, description: 'Whether it says that it is this person’s.' })
  recipient: RecipientState | null;

  @Field({ description: 'Why it is theirs, in the holder’s words; may be empty.' })
  declaration: string;

  @Field(() => Date, { nullable: true, description: 'When it was sent to be looked at.' })
  sentAt: Date | null;

  @Field(() => OutcomeEnum, { nullable: true, description: 'What it counts for.' })
  outcome: Outcome | null;

  @Field({ description: 'Why, as its holder reads it; empty before.' })
  reason: string;

  @Field(() => CalendarDay, { nullable: true, description: 'Its last day here, when recognised and ending.' })
  recognisedUntil: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was decided.' })
  decidedAt: Date | null;
}

export const ExternalCredentialConnection = connectionOf(ExternalCredentialType, 'ExternalCredential');

@ObjectType('RemovedExternalCredential', { description: 'A badge from elsewhere that was taken away again.' })
export class RemovedExternalCredential {
  @Field(() => ID, { description: 'Which.' })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('RecognisedSkill', {
  description: 'A skill that a badge from elsewhere counts for: a layer of its own, beside what is verified here.',
})
export class RecognisedSkillType {
  @Field(() => SkillType, { description: 'The skill.' })
  skill: SkillView;

  @Field(() => Int, { description: 'The level.' })
  ordinal: number;

  @Field(() => String, { nullable: true, description: 'What the level is called.' })
  label: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'Its last day; null when it does not end.' })
  until: string | null;

  @Field(() => ExternalCredentialType, { description: 'The badge behind it.' })
  credential: ExternalCredentialType;
}

export { CheckStateEnum, QualityStatusEnum, VerdictEnum };
