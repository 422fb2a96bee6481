import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseDraft, CourseField } from './course-draft.js';
import type { CourseDraftState } from './use-course-draft.js';

type TextField = { [Field in CourseField]: CourseDraft[Field] extends string ? Field : never }[CourseField];

interface Props {
  state: CourseDraftState;
  field: TextField;
  hint?: ReactNode;
  /** Lines to begin with; one is a field that takes no line ends. */
  lines?: number;
  /** What to say while that which is typed cannot be saved. */
  unfinished?: string;
  inputMode?: 'text' | 'decimal' | 'url';
}

/** One text of the draft with its label, and what is wrong with it. */
export function DraftText({ state, field, hint, lines = 1, unfinished, inputMode }: Props) {
  const { t } = useTranslation('courses');
  // t('courses:field.code') t('courses:field.title') t('courses:field.url') t('courses:field.description')
  // t('courses:field.area') t('courses:field.topics') t('courses:field.language') t('courses:field.hours')
  // t('courses:field.ects') t('courses:field.duration') t('courses:field.support') t('courses:field.prerequisites')
  // t('courses:field.startDates')
  const shared = {
    label: t(`field.${field}`),
    description: hint,
    value: state.draft[field],
    error: state.unfinished(field) ? unfinished : state.problems[field],
  };
  return lines > 1 ? (
    <Textarea
      {...shared}
      minRows={lines}
      autosize
      onChange={(event) => state.change(field, event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} inputMode={inputMode} onChange={(event) => state.change(field, event.currentTarget.value)} />
  );
}
