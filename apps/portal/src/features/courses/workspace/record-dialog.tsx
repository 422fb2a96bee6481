import { useQuery } from '@apollo/client/react';
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { type Choice, SearchSelect } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { dayText } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { type KeptCourse, PEOPLE_CHOICES, RECORD_COMPLETION } from './course.documents.js';

/** Records that somebody finished the course, and says what that leads to. */
export function RecordDialog({ course, onClose }: { course: KeptCourse; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const [words, setWords] = useState('');
  const [person, setPerson] = useState<Choice | null>(null);
  const [today] = useState(() => dayText(new Date()));
  const [completedOn, setCompletedOn] = useState(today);
  const [grade, setGrade] = useState('');
  const { data, previousData } = useQuery(PEOPLE_CHOICES, { variables: { search: words || null } });
  const [record, { loading, refusal, failed }] = useResultMutation(RECORD_COMPLETION, {
    refetch: ['CourseCompletions'],
  });
  const found = (data ?? previousData)?.people.edges.map(({ node }) => ({
    value: node.id,
    label: node.displayName,
    hint: node.employment?.jobTitle,
  }));
  const problems = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const save = async () => {
    if (!person) return;
    const { ok } = await record({ input: { courseId: course.id, personId: person.value, completedOn, grade } });
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('completion.record')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SearchSelect
          label={t('completion.person')}
          value={person}
          found={found ?? []}
          onSearch={setWords}
          onChange={setPerson}
          error={at('personId')}
          nothingFoundMessage={t('completion.noPerson')}
          required
          data-autofocus
        />
        <div className={styles.two}>
          <TextInput
            type="date"
            label={t('completion.day')}
            value={completedOn}
            max={today}
            error={at('completedOn')}
            onChange={(event) => setCompletedOn(event.currentTarget.value)}
            required
          />
          <TextInput
            label={t('completion.grade')}
            value={grade}
            error={at('grade')}
            onChange={(event) => setGrade(event.currentTarget.value)}
          />
        </div>
        {course.outcomes.map(({ skill, result }) => (
          <p key={skill?.id} className={styles.hint}>
            <b>{skill?.name}</b>: {t(`does.${result}`)}
          </p>
        ))}
        {refusal && problems.length === 0 && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.ends}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!person || !completedOn}>
            {t('completion.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
