import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { RELEASE_TOGETHER, SCHEDULE_RELEASE } from './release.documents.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';
import { useReleaseWords } from './use-release-words.js';

interface Props {
  chosen: readonly string[];
  rows: readonly {
    id: string;
    candidateCode: string | null;
    decision: { outcome: Parameters<ReturnType<typeof useOutcomeWords>>[0] } | null;
  }[];
  onDone: () => void;
}

/** Releases what was chosen, at once or at an hour; says first what the candidates will read. */
export function ReleaseActs({ chosen, rows, onDone }: Props) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const releaseWords = useReleaseWords();
  const outcome = useOutcomeWords();
  const [asking, setAsking] = useState<'now' | 'later' | null>(null);
  const [at, setAt] = useState('');
  const [release, releasing] = useResultMutation(RELEASE_TOGETHER);
  const [schedule, scheduling] = useResultMutation(SCHEDULE_RELEASE);
  if (chosen.length === 0) return null;
  const submissionIds = [...chosen];
  const act = async () => {
    if (asking === 'now') {
      const { ok } = await release({ submissionIds });
      if (!ok) return;
      toast(releaseWords(ok));
    } else {
      const { ok } = await schedule({ submissionIds, at: new Date(`${at}Z`).toISOString() });
      if (!ok) return;
      toast(t('release.planned'));
    }
    setAsking(null);
    onDone();
  };
  const problem = scheduling.refusal
    ? 'problems' in scheduling.refusal
      ? scheduling.refusal.problems.map((each) => each.message).join(' ')
      : scheduling.refusal.message
    : releasing.refusal?.message;
  const failed = releasing.failed ?? scheduling.failed;
  return (
    <>
      <Button onClick={() => setAsking('later')}>{t('release.later')}</Button>
      <Button variant="primary" onClick={() => setAsking('now')}>
        {t('release.now', { count: chosen.length })}
      </Button>
      <ConfirmDialog
        open={asking !== null}
        title={asking === 'now' ? t('release.now', { count: chosen.length }) : t('release.later')}
        act={asking === 'now' ? t('release.act') : t('release.plan')}
        busy={releasing.loading || scheduling.loading}
        refusal={failed ? t('unreachable') : problem}
        onClose={() => setAsking(null)}
        onConfirm={() => void act()}
      >
        <p>{t('release.body')}</p>
        <ul className={styles.list}>
          {rows
            .filter((row) => chosen.includes(row.id))
            .map((row) => (
              <li key={row.id}>
                <b>{row.candidateCode}</b> {row.decision && outcome(row.decision.outcome)}
              </li>
            ))}
        </ul>
        {asking === 'later' && (
          <TextInput
            type="datetime-local"
            label={t('release.at')}
            description={t('release.atHint')}
            required
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
