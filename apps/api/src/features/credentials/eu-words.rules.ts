import type { PlannedDescriptor } from '@assay/credential';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';

type Descriptors = AchievementVersion['descriptors'];
type Said<Form extends string | null> = Record<Exclude<Form, null>, string>;

const PARTICIPATION: Said<Descriptors['participationForm']> = {
  ONLINE: 'online',
  ONSITE: 'on site',
  BLENDED: 'online and on site',
  WORK_BASED: 'in the course of work',
  VOLUNTEERING: 'in voluntary work',
};
const ASSESSMENT: Said<Descriptors['assessmentKinds'][number]> = {
  PORTFOLIO: 'portfolio',
  OBSERVATION: 'observation',
  PRACTICAL_TASK: 'practical task',
  PROJECT: 'project',
  ORAL: 'oral examination',
  WRITTEN_TEST: 'written test',
  PRIOR_LEARNING: 'recognition of prior learning',
};
const SUPERVISION: Said<Descriptors['supervisionForm']> = {
  UNSUPERVISED: 'unsupervised, identity not verified',
  SUPERVISED_WITHOUT_ID: 'supervised, identity not verified',
  SUPERVISED_ONLINE_WITH_ID: 'supervised online, identity verified',
  SUPERVISED_ONSITE_WITH_ID: 'supervised on site, identity verified',
};
const QUALITY: Said<Descriptors['qualityAssuranceForm']> = {
  INTERNAL: 'internal',
  EXTERNAL: 'external',
  INTERNAL_AND_EXTERNAL: 'internal and external',
  ACCREDITED: 'by an accredited body',
};
const GRADING: Said<Descriptors['gradingForm']> = {
  PASS: 'passed or not yet',
  LEVEL_PER_CRITERION: 'a level per criterion',
  SCORE: 'a score',
  NONE: 'not graded',
};
const STACKABILITY: Said<Descriptors['stackabilityForm']> = {
  STAND_ALONE: 'stands alone',
  STACKABLE: 'counts towards larger credentials',
  STAND_ALONE_AND_STACKABLE: 'stands alone, and counts towards larger credentials',
};

/** What an achievement says by the European descriptors, besides what a badge has terms of its own for. */
export function descriptorsSaid(descriptors: Descriptors): PlannedDescriptor[] {
  const { nqfFramework, nqfLevel, referencedBy, country } = descriptors;
  const kinds = descriptors.assessmentKinds.map((kind) => ASSESSMENT[kind]).join(', ');
  const form = <Form extends string>(words: Record<Form, string>, chosen: Form | null) => (chosen ? words[chosen] : '');
  return [
    said('Country', 'Country', country, ''),
    said('NationalLevel', 'National level', [nqfFramework, nqfLevel].filter(Boolean).join(' '), referencedBy),
    said(
      'Participation',
      'Form of participation',
      form(PARTICIPATION, descriptors.participationForm),
      descriptors.participation,
    ),
    said('Assessment', 'Type of assessment', kinds, descriptors.assessmentType),
    said(
      'Supervision',
      'Supervision and identity',
      form(SUPERVISION, descriptors.supervisionForm),
      descriptors.supervision,
    ),
    said(
      'QualityAssurance',
      'Quality assurance',
      form(QUALITY, descriptors.qualityAssuranceForm),
      descriptors.qualityAssurance,
    ),
    said('Prerequisites', 'Prerequisites', '', descriptors.prerequisites),
    said('Grading', 'Grading', form(GRADING, descriptors.gradingForm), descriptors.grading),
    said('Stackability', 'Integration', form(STACKABILITY, descriptors.stackabilityForm), descriptors.stackability),
    said('FurtherInformation', 'Further information', '', descriptors.furtherInformation),
  ].flat();
}

/** Words stand alone where no form was chosen. */
function said(element: string, name: string, form: string, words: string): PlannedDescriptor[] {
  const text = words.trim();
  if (form === '') return text === '' ? [] : [{ element, name, value: text }];
  return [{ element, name, value: form, ...(text !== '' && { description: text }) }];
}
