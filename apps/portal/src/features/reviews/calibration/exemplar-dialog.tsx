import { useQuery } from '@apollo/client/react';
import { Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import type { Choice } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { AchievementSelect } from '../achievement-select.js';
import styles from '../quality.module.css';
import { CREATE_EXEMPLAR, RELEASED_WORK } from './calibration.documents.js';

/** Begins an exemplar: from released work without a name, or empty. */
export function ExemplarDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const navigate = useNavigate();
  const [achievement, setAchievement] = useState<Choice | null>(null);
  const [submissionId, setSubmission] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const { data } = useQuery(RELEASED_WORK, {
    variables: { achievementId: achievement?.value ?? '' },
    skip: !achievement,
  });
  const [create, { loading, refusal, failed }] = useResultMutation(CREATE_EXEMPLAR, { refetch: ['Exemplars'] });
  const work = data?.releasedWork ?? [];
  const submit = async () => {
    if (!achievement) return;
    const { ok } = await create({ achievementId: achievement.value, title, submissionId });
    if (ok) void navigate(`/reviews/calibration/exemplars/${ok.id}`);
  };
  return (
    <Modal opened onClose={onClose} title={t('exemplar.make')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AchievementSelect
          label={t('achievement')}
          value={achievement}
          onChange={(choice) => {
            setAchievement(choice);
            setSubmission(null);
          }}
          required
        />
        <Select
          label={t('exemplar.from')}
          description={t('exemplar.fromHint')}
          placeholder={t('exemplar.empty')}
          data={work.map((each) => ({
            value: each.submissionId,
            label: t('exemplar.work', {
              code: each.candidateCode,
              count: each.itemCount,
              date: date(each.releasedAt),
            }),
          }))}
          value={submissionId}
          onChange={setSubmission}
          disabled={work.length === 0}
          clearable
        />
        <TextInput
          label={t('exemplar.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!achievement || !title.trim()} busy={loading}>
            {t('exemplar.make')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
