import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { graphql } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';

const ADD_COURSE = graphql(`
  mutation AddCourse($input: AddCourseInput!) {
    addCourse(input: $input) {
      __typename
      ... on Course {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
    }
  }
`);

/** A code and a title are enough; the rest is written in the workspace. */
export function AddCourseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_COURSE, { refetch: ['Courses', 'CourseFacets'] });
  const problems = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const save = async () => {
    const { ok } = await add({ input: { code, title } });
    if (ok) void navigate(`/programme/courses/${ok.id}`);
  };
  return (
    <Modal opened onClose={onClose} title={t('add.act')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t('field.title')}
          value={title}
          error={at('title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          data-autofocus
        />
        <TextInput
          label={t('field.code')}
          description={t('hint.code')}
          value={code}
          error={at('code')}
          onChange={(event) => setCode(event.currentTarget.value)}
          required
        />
        {refusal && problems.length === 0 && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.ends}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!code.trim() || !title.trim()}>
            {t('add.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
