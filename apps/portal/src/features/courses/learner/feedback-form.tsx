import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { GIVE_FEEDBACK, type ShownCourse } from './courses.documents.js';

const QUESTIONS = ['content', 'teaching', 'usefulness'] as const;
const MARKS = ['1', '2', '3', '4', '5'] as const;

/** Three marks and some words of whoever finished it. */
export function FeedbackForm({ course }: { course: ShownCourse }) {
  const { t } = useTranslation('courses');
  const toast = useToast();
  const before = course.myFeedback;
  const [marks, setMarks] = useState<Record<(typeof QUESTIONS)[number], number | null>>({
    content: before?.content ?? null,
    teaching: before?.teaching ?? null,
    usefulness: before?.usefulness ?? null,
  });
  const [comment, setComment] = useState(before?.comment ?? '');
  const [give, { loading, refusal, failed }] = useResultMutation(GIVE_FEEDBACK, { refetch: ['Course'] });
  const { content, teaching, usefulness } = marks;
  const complete = content !== null && teaching !== null && usefulness !== null;
  const send = async () => {
    if (!complete) return;
    const { ok } = await give({ courseId: course.id, input: { content, teaching, usefulness, comment } });
    if (ok) toast(t('feedback.thanks'));
  };
  // t('courses:feedback.content') t('courses:feedback.teaching') t('courses:feedback.usefulness')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className={styles.intro}>{t('feedback.intro')}</p>
      {QUESTIONS.map((question) => (
        <SegmentedChoice
          key={question}
          label={t(`feedback.${question}`)}
          hideLabel={false}
          options={MARKS.map((value) => ({ value, label: value }))}
          value={marks[question] === null ? null : (MARKS[marks[question] - 1] ?? null)}
          onChange={(value) => setMarks({ ...marks, [question]: Number(value) })}
        />
      ))}
      <Textarea
        label={t('feedback.comment')}
        description={t('feedback.commentHint')}
        value={comment}
        autosize
        minRows={2}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
      <p>
        <Button type="submit" variant="accent" busy={loading} disabled={!complete}>
          {before ? t('feedback.change') : t('feedback.send')}
        </Button>
      </p>
    </form>
  );
}
