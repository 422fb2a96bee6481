import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useToday } from '../../../lib/use-today.js';
import { KEEP_GOALS } from './level-moves.documents.js';
import styles from './framework.module.css';

interface Props {
  frameworkId: string;
  until: string | null;
}

/** Until when goals stay with what an earlier version asked. Saved as soon as a day is chosen. */
export function KeepGoals({ frameworkId, until }: Props) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const today = useToday();
  const [keep, { refusal, failed }] = useResultMutation(KEEP_GOALS);
  const save = async (day: string) => {
    const { ok } = await keep({ frameworkId, until: day || null });
    if (ok) toast(t('moves.keepDone'));
  };
  return (
    <div className={styles.keepGoals}>
      <TextInput
        type="date"
        label={t('moves.keep')}
        description={t('moves.keepHint')}
        min={today}
        defaultValue={until ?? ''}
        onChange={({ currentTarget: { value } }) => {
          // A year that is still being typed is long past: it is said on leaving the field, not with each digit.
          if (value === '' || value >= today) void save(value);
        }}
        onBlur={({ currentTarget: { value } }) => {
          if (value !== '' && value < today) void save(value);
        }}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
    </div>
  );
}
