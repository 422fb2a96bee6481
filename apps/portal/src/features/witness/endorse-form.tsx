import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useKeptWords } from '../../lib/use-kept-words.js';
import styles from './witness.module.css';

interface Props {
  /** Under this name the words are kept in the tab until they are sent. */
  keptAs: string;
  /** Null when it is sent, otherwise why not. */
  onAnswer: (answer: { gives: boolean; capacity: string; words: string }) => Promise<string | null>;
}

/** In which role one knows the work, and in one's own words; or that one cannot say it. */
export function EndorseForm({ keptAs, onAnswer }: Props) {
  const { t } = useTranslation('endorsements');
  const [given, setGiven, forget] = useKeptWords(keptAs, { capacity: '', words: '' });
  const [busy, setBusy] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (gives: boolean) => {
    setBusy(gives);
    const why = await onAnswer({ gives, ...given });
    setBusy(null);
    setProblem(why);
    if (!why) forget();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(true);
      }}
    >
      <TextInput
        label={t('give.capacity')}
        description={t('give.capacityHint')}
        value={given.capacity}
        maxLength={200}
        onChange={(event) => setGiven({ ...given, capacity: event.currentTarget.value })}
        required
      />
      <Textarea
        label={t('give.words')}
        description={t('give.wordsHint')}
        value={given.words}
        maxLength={2000}
        autosize
        minRows={4}
        onChange={(event) => setGiven({ ...given, words: event.currentTarget.value })}
        required
      />
      {problem && <RefusalNote>{problem}</RefusalNote>}
      <p className={styles.quiet}>{t('give.once')}</p>
      <div className={styles.acts}>
        <Button type="submit" variant="primary" size="large" busy={busy === true}>
          {t('give.act')}
        </Button>
        <Button busy={busy === false} onClick={() => void send(false)}>
          {t('give.decline')}
        </Button>
      </div>
    </form>
  );
}
