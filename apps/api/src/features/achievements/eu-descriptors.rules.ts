/** Annex I: participation online, on site, both, or in the course of work. */
export const PARTICIPATION_FORMS = ['ONLINE', 'ONSITE', 'BLENDED', 'WORK_BASED', 'VOLUNTEERING'] as const;
export type ParticipationForm = (typeof PARTICIPATION_FORMS)[number];

export const ASSESSMENT_KINDS = [
  'PORTFOLIO',
  'OBSERVATION',
  'PRACTICAL_TASK',
  'PROJECT',
  'ORAL',
  'WRITTEN_TEST',
  'PRIOR_LEARNING',
] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** Annex I: whether somebody watched, and whether identity was checked. */
export const SUPERVISION_FORMS = [
  'UNSUPERVISED',
  'SUPERVISED_WITHOUT_ID',
  'SUPERVISED_ONLINE_WITH_ID',
  'SUPERVISED_ONSITE_WITH_ID',
] as const;
export type SupervisionForm = (typeof SUPERVISION_FORMS)[number];

export const QUALITY_ASSURANCE_FORMS = ['INTERNAL', 'EXTERNAL', 'INTERNAL_AND_EXTERNAL', 'ACCREDITED'] as const;
export type QualityAssuranceForm = (typeof QUALITY_ASSURANCE_FORMS)[number];

export const GRADING_FORMS = ['PASS', 'LEVEL_PER_CRITERION', 'SCORE', 'NONE'] as const;
export type GradingForm = (typeof GRADING_FORMS)[number];

export const STACKABILITY_FORMS = ['STAND_ALONE', 'STACKABLE', 'STAND_ALONE_AND_STACKABLE'] as const;
export type StackabilityForm = (typeof STACKABILITY_FORMS)[number];

/**
 * The EU descriptors of a micro-credential (Council Recommendation 2022/C 243/02, Annex I), mandatory and optional.
 * Title, outcomes, awarding body, holder and date are said elsewhere. Where a vocabulary exists the choice has a
 * member of its own, and words stand beside it.
 */
export interface EuDescriptors {
  workloadHours: number | null;
  ects: number | null;
  eqfLevel: number | null;
  /** The national framework, its level, and the body that referenced the level. */
  nqfFramework: string;
  nqfLevel: string;
  referencedBy: string;
  language: string;
  /** ISO 3166, two letters; empty when not said. */
  country: string;
  participationForm: ParticipationForm | null;
  participation: string;
  assessmentKinds: AssessmentKind[];
  assessmentType: string;
  supervisionForm: SupervisionForm | null;
  supervision: string;
  qualityAssuranceForm: QualityAssuranceForm | null;
  qualityAssurance: string;
  prerequisites: string;
  gradingForm: GradingForm | null;
  grading: string;
  stackabilityForm: StackabilityForm | null;
  stackability: string;
  furtherInformation: string;
}

const UNSAID: EuDescriptors = {
  workloadHours: null,
  ects: null,
  eqfLevel: null,
  nqfFramework: '',
  nqfLevel: '',
  referencedBy: '',
  language: '',
  country: '',
  participationForm: null,
  participation: '',
  assessmentKinds: [],
  assessmentType: '',
  supervisionForm: null,
  supervision: '',
  qualityAssuranceForm: null,
  qualityAssurance: '',
  prerequisites: '',
  gradingForm: null,
  grading: '',
  stackabilityForm: null,
  stackability: '',
  furtherInformation: '',
};

/** Stored descriptors with everything that they do not speak of. */
export function toDescriptors(stored: Partial<EuDescriptors> | null): EuDescriptors {
  return { ...UNSAID, ...stored };
}
