import { useQuery } from '@apollo/client/react';
import { Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { Choice } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { AchievementSelect } from '../achievement-select.js';
import styles from '../quality.module.css';
import { CANDIDATES, INVITE } from './assessors.documents.js';

/** Asks somebody who holds the skill by an assessed credential to assess it. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('quality');
  const [achievement, setAchievement] = useState<Choice | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const { data } = useQuery(CANDIDATES, {
    variables: { achievementId: achievement?.value ?? '' },
    skip: !achievement,
  });
  const [invite, { loading, refusal, failed }] = useResultMutation(INVITE, { refetch: ['AssessorApplications'] });
  const people = data?.assessorCandidates ?? [];
  const submit = async () => {
    if (!achievement || !personId) return;
    const { ok } = await invite({ achievementId: achievement.value, personId, message });
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('invite.act')} closeButtonProps={{ 'aria-label': t('close') }}>
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
            setPerson(null);
          }}
          required
        />
        <Select
          label={t('invite.person')}
          description={achievement && data && people.length === 0 ? t('invite.nobody') : t('invite.who')}
          data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={personId}
          onChange={setPerson}
          disabled={!achievement || people.length === 0}
          searchable
        />
        <Textarea
          label={t('invite.message')}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!personId} busy={loading}>
            {t('invite.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
