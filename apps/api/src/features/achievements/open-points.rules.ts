import { rubricProblems } from '@assay/rubric';
import type { AchievementVersion } from './achievement-version.entity.js';

/** Something that still stands between a draft and publishing. */
export interface OpenPoint {
  section: 'basics' | 'outcomes' | 'rubric' | 'evidence' | 'marking' | 'descriptors' | 'validity' | 'assessors' | 'badge';
  field: string;
  message: string;
}

// As badges take it: no badge could be issued that names its language in another way.
const LANGUAGE = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** The checklist of the designer, in the order of its sections. Assessors are checked by the feature that knows them. */
export function openPoints(draft: AchievementVersion): OpenPoint[] {
  const points: OpenPoint[] = [];
  const open = (section: OpenPoint['section'], field: string, message: string) =>
    points.push({ section, field, message });

  if (!draft.name.trim()) open('basics', 'name', 'Give it a name.');
  if (!draft.description.trim()) open('basics', 'description', 'Say in a few sentences what it certifies.');
  if (!draft.skillId) open('basics', 'skillId', 'Choose the skill that it proves.');
  if (draft.levelOrdinal === null) open('basics', 'levelOrdinal', 'Choose the level that it proves.');
  if (!draft.outcomes.some((outcome) => outcome.trim()))
    open('outcomes', 'outcomes', 'Say what people can do who have it.');
  // What is earned through others was assessed there.
  const isAssessed = draft.route !== 'STACK';
  for (const problem of isAssessed ? rubricProblems(draft.rubric) : [])
    open('rubric', `rubric.${problem.path}`, problem.message);
  if (isAssessed && !draft.evidenceAsked.some((each) => each.trim()))
    open('evidence', 'evidenceAsked', 'Say what evidence people should bring.');
  if (isAssessed && draft.cutScore <= 0) open('marking', 'cutScore', 'Set the score that an attempt must reach.');
  const { workloadHours, language, assessmentType, supervision } = draft.descriptors;
  if (!workloadHours) open('descriptors', 'descriptors.workloadHours', 'Estimate the hours of work.');
  if (!LANGUAGE.test(language))
    open('descriptors', 'descriptors.language', 'Name the language by its code, such as en, de or pt-BR.');
  if (!assessmentType.trim()) open('descriptors', 'descriptors.assessmentType', 'Say how it is assessed.');
  if (!supervision.trim())
    open('descriptors', 'descriptors.supervision', 'Say how identity and supervision are handled.');
  return points;
}
