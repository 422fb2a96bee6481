import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import { WRITE_MENTOR_NOTE } from '../lib/mentoring.documents.js';
import { useResultMutation } from '../lib/result.js';
import { useMentorNotes } from '../lib/use-mentor-notes.js';
import { useKeptWords } from '../lib/use-kept-words.js';
import { Button } from './button.js';
import styles from './mentor-notes.module.css';
import { Section } from './page.js';
import { RefusalNote } from './states.js';

/** What mentor and candidate write to each other; it is not handed in. */
export function MentorNotes({ submissionId, asMentor = false }: { submissionId: string; asMentor?: boolean }) {
  const { t } = useTranslation('prior-learning');
  const format = useFormat();
  const { notes, refetch } = useMentorNotes(submissionId, asMentor);
  const [given, setGiven, forget] = useKeptWords(`note-${submissionId}`, { words: '' });
  const [write, { loading }] = useResultMutation(WRITE_MENTOR_NOTE);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    const outcome = await write({ submissionId, words: given.words });
    setProblem(outcome.ok ? null : (outcome.refusal?.message ?? t('kept')));
    if (!outcome.ok) return;
    setGiven({ words: '' });
    forget();
    await refetch();
  };
  return (
    <Section title={t('notes.title')}>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note.id}>
            <p className={styles.by}>
              {note.author?.displayName} · {format.dayAndTime(note.at)}
            </p>
            <p className={styles.words}>{note.words}</p>
          </li>
        ))}
      </ul>
      <div className={styles.write}>
        <Textarea
          label={t('notes.write')}
          description={t('notes.hint')}
          autosize
          minRows={2}
          value={given.words}
          onChange={(event) => setGiven({ words: event.currentTarget.value })}
        />
        {problem && <RefusalNote>{problem}</RefusalNote>}
        <Button busy={loading} disabled={given.words.trim() === ''} onClick={() => void send()}>
          {t('notes.send')}
        </Button>
      </div>
    </Section>
  );
}
