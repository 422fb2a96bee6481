import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ASSESSMENT_KINDS,
  type AssessmentKind,
  GRADING_FORMS,
  type GradingForm,
  PARTICIPATION_FORMS,
  type ParticipationForm,
  QUALITY_ASSURANCE_FORMS,
  type QualityAssuranceForm,
  STACKABILITY_FORMS,
  type StackabilityForm,
  SUPERVISION_FORMS,
  type SupervisionForm,
} from './eu-descriptors.rules.js';

const choices = <Word extends string>(words: readonly Word[], name: string, description: string) => {
  const members = Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
  registerEnumType(members, { name, description });
  return members;
};
const ParticipationFormEnum = choices(PARTICIPATION_FORMS, 'ParticipationForm', 'Where people take part.');
const AssessmentKindEnum = choices(ASSESSMENT_KINDS, 'AssessmentKind', 'What people are assessed by.');
const SupervisionFormEnum = choices(
  SUPERVISION_FORMS,
  'SupervisionForm',
  'Whether somebody watches during the assessment, and whether identity is checked.',
);
const QualityAssuranceFormEnum = choices(
  QUALITY_ASSURANCE_FORMS,
  'QualityAssuranceForm',
  'Who assures the quality: the issuer, somebody else, both, or an accrediting body.',
);
const GradingFormEnum = choices(GRADING_FORMS, 'GradingForm', 'What the outcome says beyond that it was reached.');
const StackabilityFormEnum = choices(
  STACKABILITY_FORMS,
  'StackabilityForm',
  'Whether it stands by itself, counts towards something larger, or both.',
);

@ObjectType('EuDescriptors', {
  description: 'The EU descriptors of a micro-credential (Council Recommendation 2022/C 243/02, Annex I).',
})
export class EuDescriptorsType {
  @Field(() => Float, { nullable: true, description: 'Hours of work, all together.' })
  workloadHours: number | null;

  @Field(() => Float, { nullable: true, description: 'ECTS credits, where they are given.' })
  ects: number | null;

  @Field(() => Int, { nullable: true, description: 'Level of the European Qualifications Framework, 1 to 8.' })
  eqfLevel: number | null;

  @Field({ description: 'The national qualifications framework that knows its level; empty when none does.' })
  nqfFramework: string;

  @Field({ description: 'Its level in that framework; empty when it has none.' })
  nqfLevel: string;

  @Field({ description: 'The body that referenced the level; empty when no level is claimed.' })
  referencedBy: string;

  @Field({ description: 'Language, as a tag such as en.' })
  language: string;

  @Field({ description: 'Country of the issuer, two letters of ISO 3166; empty when not said.' })
  country: string;

  @Field(() => ParticipationFormEnum, { nullable: true, description: 'Form of participation.' })
  participationForm: ParticipationForm | null;

  @Field({ description: 'How people take part.' })
  participation: string;

  @Field(() => [AssessmentKindEnum], { description: 'Types of assessment.' })
  assessmentKinds: AssessmentKind[];

  @Field({ description: 'How it is assessed.' })
  assessmentType: string;

  @Field(() => SupervisionFormEnum, { nullable: true, description: 'Form of supervision and identity check.' })
  supervisionForm: SupervisionForm | null;

  @Field({ description: 'Supervision, and how identity is checked.' })
  supervision: string;

  @Field(() => QualityAssuranceFormEnum, { nullable: true, description: 'Form of quality assurance.' })
  qualityAssuranceForm: QualityAssuranceForm | null;

  @Field({ description: 'What assures its quality.' })
  qualityAssurance: string;

  @Field({ description: 'What people need beforehand; empty when nothing.' })
  prerequisites: string;

  @Field(() => GradingFormEnum, { nullable: true, description: 'Form of grading.' })
  gradingForm: GradingForm | null;

  @Field({ description: 'What the grade means.' })
  grading: string;

  @Field(() => StackabilityFormEnum, { nullable: true, description: 'Form of stackability.' })
  stackabilityForm: StackabilityForm | null;

  @Field({ description: 'Whether it stands alone or is part of something larger.' })
  stackability: string;

  @Field({ description: 'Where people find out more.' })
  furtherInformation: string;
}

@InputType({ description: 'What is given of the EU descriptors is saved; what is left out stays as it is.' })
export class EuDescriptorsInput {
  @Field(() => Float, { nullable: true, description: 'Hours of work, all together.' })
  workloadHours?: number | null;

  @Field(() => Float, { nullable: true, description: 'ECTS credits, where they are given.' })
  ects?: number | null;

  @Field(() => Int, { nullable: true, description: 'Level of the European Qualifications Framework, 1 to 8.' })
  eqfLevel?: number | null;

  @Field(() => String, { nullable: true, description: 'The national qualifications framework that knows its level.' })
  nqfFramework?: string | null;

  @Field(() => String, { nullable: true, description: 'Its level in that framework.' })
  nqfLevel?: string | null;

  @Field(() => String, { nullable: true, description: 'The body that referenced the level.' })
  referencedBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Language, as a tag such as en.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Country of the issuer, two letters of ISO 3166.' })
  country?: string | null;

  @Field(() => ParticipationFormEnum, { nullable: true, description: 'Form of participation; null clears it.' })
  participationForm?: ParticipationForm | null;

  @Field(() => String, { nullable: true, description: 'How people take part.' })
  participation?: string | null;

  @Field(() => [AssessmentKindEnum], { nullable: true, description: 'Types of assessment.' })
  assessmentKinds?: AssessmentKind[] | null;

  @Field(() => String, { nullable: true, description: 'How it is assessed.' })
  assessmentType?: string | null;

  @Field(() => SupervisionFormEnum, {
    nullable: true,
    description: 'Form of supervision and identity check; null clears it.',
  })
  supervisionForm?: SupervisionForm | null;

  @Field(() => String, { nullable: true, description: 'Supervision, and how identity is checked.' })
  supervision?: string | null;

  @Field(() => QualityAssuranceFormEnum, { nullable: true, description: 'Form of quality assurance; null clears it.' })
  qualityAssuranceForm?: QualityAssuranceForm | null;

  @Field(() => String, { nullable: true, description: 'What assures its quality.' })
  qualityAssurance?: string | null;

  @Field(() => String, { nullable: true, description: 'What people need beforehand.' })
  prerequisites?: string | null;

  @Field(() => GradingFormEnum, { nullable: true, description: 'Form of grading; null clears it.' })
  gradingForm?: GradingForm | null;

  @Field(() => String, { nullable: true, description: 'What the grade means.' })
  grading?: string | null;

  @Field(() => StackabilityFormEnum, { nullable: true, description: 'Form of stackability; null clears it.' })
  stackabilityForm?: StackabilityForm | null;

  @Field(() => String, { nullable: true, description: 'Whether it stands alone or is part of something larger.' })
  stackability?: string | null;

  @Field(() => String, { nullable: true, description: 'Where people find out more.' })
  furtherInformation?: string | null;
}
