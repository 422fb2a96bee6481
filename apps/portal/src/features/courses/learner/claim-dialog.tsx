import { useQuery } from '@apollo/client/react';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddEvidenceActs } from '../../../components/add-evidence-acts.js';
import { Button } from '../../../components/button.js';
import { FileDrop } from '../../../components/file-drop.js';
import { type Choice, SearchSelect } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { UploadList } from '../../../components/upload-list.js';
import { EVIDENCE_ACCEPT } from '../../../lib/evidence-files.js';
import { dayText, useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useEvidenceCapture } from '../../../lib/use-evidence-capture.js';
import styles from '../courses.module.css';
import { CLAIM_COMPLETION, PROOFS } from './claim.documents.js';
import type { ShownCourse } from './courses.documents.js';

const PROVING = ['FILE', 'LINK', 'TEXT'];

/** Says that one finished a course: when, and what shows it. */
export function ClaimDialog({ course, onClose }: { course: ShownCourse; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const toast = useToast();
  const [today] = useState(() => dayText(new Date()));
  const [completedOn, setCompletedOn] = useState('');
  const [grade, setGrade] = useState('');
  const [note, setNote] = useState('');
  const [proof, setProof] = useState<Choice | null>(null);
  const [claim, { loading, refusal, failed }] = useResultMutation(CLAIM_COMPLETION, {
    refetch: ['Course', 'MyCompletionClaims'],
  });
  const problems = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const send = async () => {
    if (!proof) return;
    const input = { courseId: course.id, completedOn, grade, note, evidenceItemId: proof.value };
    const { ok } = await claim({ input });
    if (!ok) return;
    toast(t('claim.sent'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('claim.title', { course: course.title })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className={styles.two}>
          <TextInput
            type="date"
            label={t('completion.day')}
            value={completedOn}
            max={today}
            error={at('completedOn')}
            onChange={(event) => setCompletedOn(event.currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            label={t('claim.grade')}
            value={grade}
            error={at('grade')}
            onChange={(event) => setGrade(event.currentTarget.value)}
          />
        </div>
        <Proof value={proof} onChange={setProof} error={at('evidenceItemId')} />
        <Textarea
          label={t('claim.note')}
          value={note}
          error={at('note')}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <p className={styles.hint}>{t('claim.who')}</p>
        {refusal && problems.length === 0 && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.ends}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!proof || !completedOn}>
            {t('claim.send')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface ProofProps {
  value: Choice | null;
  error: string | undefined;
  onChange: (proof: Choice | null) => void;
}

/** Something of one's library, or something new that goes there first. */
function Proof({ value, error, onChange }: ProofProps) {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(PROOFS, {
    variables: { search: words || null },
    fetchPolicy: 'cache-and-network',
  });
  const capture = useEvidenceCapture(({ id, title }) => onChange({ value: id, label: title }));
  const found = (data ?? previousData)?.myEvidence.edges
    .map(({ node }) => node)
    .filter(({ kind, courseCompletionId }) => PROVING.includes(kind) && !courseCompletionId)
    .map(({ id, title, madeOn }) => ({ value: id, label: title, hint: madeOn && date(madeOn) }));
  return (
    <>
      <SearchSelect
        key={value?.value}
        label={t('claim.proof')}
        description={t('claim.proofHint')}
        value={value}
        found={found ?? []}
        onSearch={setWords}
        onChange={onChange}
        error={error}
        nothingFoundMessage={t('claim.noProof')}
        required
      />
      <FileDrop onFiles={capture.addFiles} accept={EVIDENCE_ACCEPT} multiple={false} />
      <div className={styles.acts}>
        <AddEvidenceActs capture={capture} variant="quiet" kinds={['LINK', 'TEXT']} />
      </div>
      <UploadList
        uploads={capture.uploads}
        refused={capture.refused}
        onPauseOrResume={capture.pauseOrResume}
        onRetry={capture.retry}
        onDismiss={capture.dismiss}
        onForget={capture.forget}
      />
    </>
  );
}
