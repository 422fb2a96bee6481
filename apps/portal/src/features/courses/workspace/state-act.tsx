import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useResultMutation } from '../../../lib/result.js';
import { type KeptCourse, REINSTATE_COURSE, RETIRE_COURSE } from './course.documents.js';

/** Offers it no more, or again. */
export function StateAct({ course }: { course: KeptCourse }) {
  const { t } = useTranslation('courses');
  const [asking, ask] = useState(false);
  const [retire, retiring] = useResultMutation(RETIRE_COURSE, { refetch: ['Courses', 'CourseFacets'] });
  const [reinstate, reinstating] = useResultMutation(REINSTATE_COURSE, { refetch: ['Courses', 'CourseFacets'] });
  if (course.viewerCan.includes('reinstate'))
    return (
      <Button busy={reinstating.loading} onClick={() => void reinstate({ id: course.id })}>
        {t('reinstate')}
      </Button>
    );
  if (!course.viewerCan.includes('retire')) return null;
  return (
    <>
      <Button onClick={() => ask(true)}>{t('retire.act')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('retire.title', { title: course.title })}
        act={t('retire.act')}
        busy={retiring.loading}
        refusal={retiring.refusal?.message ?? null}
        onClose={() => ask(false)}
        onConfirm={() => void retire({ id: course.id }).then(({ ok }) => ok && ask(false))}
      >
        <p>{t('retire.body')}</p>
      </ConfirmDialog>
    </>
  );
}
