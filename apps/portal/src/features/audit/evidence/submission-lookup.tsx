import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import styles from './audit-evidence.module.css';

/** By the id that the log shows. */
export function SubmissionLookup({ id, onLookUp }: { id: string; onLookUp: (id: string) => void }) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(id);
  return (
    <form
      className={styles.lookup}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) onLookUp(typed.trim());
      }}
    >
      <TextInput
        label={t('evidence.id')}
        description={t('evidence.idHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" variant="primary" disabled={!typed.trim()}>
        {t('evidence.lookUp')}
      </Button>
    </form>
  );
}
