import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useKeptWords } from '../../lib/use-kept-words.js';
import styles from './witness.module.css';

export interface WitnessAnswer {
  confirms: boolean;
  capacity: string | null;
  sawOn: string | null;
  words: string | null;
}

interface Props {
  /** Under this name the words are kept in the tab until they are sent. */
  keptAs: string;
  /** Null when it is sent, otherwise why not. */
  onAnswer: (answer: WitnessAnswer) => Promise<string | null>;
}

/** In which role, when, and in one's own words; or that one cannot say it. */
export function AnswerForm({ keptAs, onAnswer }: Props) {
  const { t } = useTranslation('witness');
  const [given, setGiven, forget] = useKeptWords(keptAs, { capacity: '', sawOn: '', words: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState<'confirm' | 'decline' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (next: Partial<typeof given>) => setGiven({ ...given, ...next });
  const missing = { capacity: given.capacity.trim() === '', words: given.words.trim() === '' };

  const send = async (confirms: boolean) => {
    if (confirms) {
      setTried(true);
      if (missing.capacity || missing.words) return;
    }
    setBusy(confirms ? 'confirm' : 'decline');
    setProblem(null);
    const { capacity, sawOn, words } = given;
    const why = await onAnswer({ confirms, capacity: capacity || null, sawOn: sawOn || null, words: words || null });
    setBusy(null);
    if (why) setProblem(why);
    else forget();
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
        label={t('form.capacity')}
        description={t('form.capacityHint')}
        value={given.capacity}
        onChange={(event) => set({ capacity: event.currentTarget.value })}
        error={tried && missing.capacity && t('form.capacityNeeded')}
        required
      />
      <TextInput
        label={t('form.sawOn')}
        type="date"
        value={given.sawOn}
        onChange={(event) => set({ sawOn: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.words')}
        description={t('form.wordsHint')}
        minRows={6}
        autosize
        value={given.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
        error={tried && missing.words && t('form.wordsNeeded')}
        required
      />
      {problem && <RefusalNote>{problem}</RefusalNote>}
      <p className={styles.quiet}>{t('form.once')}</p>
      <div className={styles.acts}>
        <Button type="submit" variant="primary" size="large" busy={busy === 'confirm'}>
          {t('form.confirm')}
        </Button>
        <Button busy={busy === 'decline'} onClick={() => void send(false)}>
          {t('form.decline')}
        </Button>
      </div>
    </form>
  );
}
