import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import type { VariablesOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { UNSENT } from '../../../lib/unsent.js';
import type { FullSubmission } from '../submission.types.js';
import { LODGE_APPEAL } from '../submissions.documents.js';
import styles from './appeal-section.module.css';

type Grounds = VariablesOf<typeof LODGE_APPEAL>['grounds'];
const GROUNDS: readonly Grounds[] = ['MARKING_ERROR', 'PROCEDURE', 'NEW_INFORMATION', 'BIAS'];

/** Objecting to an outcome while that can be done, and what became of it. */
export function AppealSection({ submission }: { submission: FullSubmission }) {
  const { t } = useTranslation('submissions');
  const { day } = useFormat();
  // Words that wait are never behind a button.
  const [writing, setWriting] = useState(() => localStorage.getItem(keptAppeal(submission.id)) !== null);
  // t('submissions:appeal.state.LODGED') t('submissions:appeal.state.UNDER_REVIEW') t('submissions:appeal.state.OUT_OF_SCOPE')
  // t('submissions:appeal.state.UPHELD') t('submissions:appeal.state.PARTLY_UPHELD') t('submissions:appeal.state.DISMISSED')
  // t('submissions:appeal.answerBy') t('submissions:appeal.lodgedAnswerBy')
  if (submission.appeals.length === 0 && !submission.appealUntil) return null;
  return (
    <Section title={t('appeal.title')} voice="record">
      {submission.appeals.map((appeal) => (
        <div key={appeal.id} className={styles.appeal}>
          <StatusWord tone={appeal.decidedAt ? 'plain' : 'amber'}>{t(`appeal.state.${appeal.state}`)}</StatusWord>{' '}
          <span className={styles.quiet}>
            {appeal.decidedAt
              ? day(appeal.decidedAt)
              : t(appeal.state === 'LODGED' ? 'appeal.answerBy' : 'appeal.lodgedAnswerBy', {
                  lodged: day(appeal.lodgedAt),
                  due: day(appeal.dueAt),
                })}
          </span>
          <h3>{t('appeal.youWrote')}</h3>
          <p>{appeal.statement}</p>
          {appeal.answer && (
            <>
              <h3>{t('appeal.answered')}</h3>
              <p>{appeal.answer}</p>
            </>
          )}
        </div>
      ))}
      {submission.appealUntil && (
        <div className={styles.open}>
          <p className={styles.quiet}>{t('appeal.until', { day: day(submission.appealUntil) })}</p>
          {writing ? (
            <AppealForm submissionId={submission.id} onClose={() => setWriting(false)} />
          ) : (
            <Button onClick={() => setWriting(true)}>{t('appeal.begin')}</Button>
          )}
        </div>
      )}
    </Section>
  );
}

/** Kept in this browser until it is sent or somebody signs out. */
const keptAppeal = (submissionId: string) => `${UNSENT}appeal-of-${submissionId}`;

function AppealForm({ submissionId, onClose }: { submissionId: string; onClose: () => void }) {
  const { t } = useTranslation('submissions');
  const toast = useToast();
  const kept = keptAppeal(submissionId);
  const [grounds, setGrounds] = useState<Grounds>('MARKING_ERROR');
  const [statement, setStatement] = useState(() => localStorage.getItem(kept) ?? '');
  const [lodge, { loading, refusal, failed }] = useResultMutation(LODGE_APPEAL, { refetch: ['Submission'] });
  const send = async () => {
    const { ok } = await lodge({ submissionId, grounds, statement });
    if (!ok) return;
    localStorage.removeItem(kept);
    toast(t('appeal.lodged'));
    onClose();
  };
  // t('submissions:appeal.on.MARKING_ERROR') t('submissions:appeal.on.PROCEDURE') t('submissions:appeal.on.NEW_INFORMATION') t('submissions:appeal.on.BIAS')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Select
        label={t('appeal.grounds')}
        data={GROUNDS.map((value) => ({ value, label: t(`appeal.on.${value}`) }))}
        value={grounds}
        allowDeselect={false}
        onChange={(value) => setGrounds(GROUNDS.find((each) => each === value) ?? 'MARKING_ERROR')}
      />
      <Textarea
        label={t('appeal.statement')}
        description={t('appeal.statementHint')}
        autosize
        minRows={4}
        maxLength={5000}
        required
        value={statement}
        onChange={(event) => {
          setStatement(event.currentTarget.value);
          localStorage.setItem(kept, event.currentTarget.value);
        }}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('appeal.failed')}</RefusalNote>}
      <div className={styles.acts}>
        <Button type="submit" busy={loading}>
          {t('appeal.send')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('appeal.notNow')}
        </Button>
      </div>
    </form>
  );
}
