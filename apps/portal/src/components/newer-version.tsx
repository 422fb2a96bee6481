import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import { type GoalVersion, MOVE_GOAL } from '../lib/newer-version.documents.js';
import { useResultMutation } from '../lib/result.js';
import { Button } from './button.js';
import styles from './newer-version.module.css';
import { Note, RefusalNote } from './states.js';
import { useToast } from './toast.js';

interface Props {
  goal: GoalVersion;
  /** Readiness by the version that the goal was planned against, 0 to 1. */
  verified: number;
  /** Queries that show it. */
  refetch: string[];
}

/** What is asked otherwise since a goal was planned, until when it stays, and the way to move along. */
export function NewerVersion({ goal, verified, refetch }: Props) {
  const { t } = useTranslation('kit');
  const { date } = useFormat();
  const { newerVersion: newer } = goal;
  if (!newer || newer.changes.length === 0) return null;
  // t('kit:plan.change.MUST_HAVE') t('kit:plan.change.MUST_HAVE_NO_MORE')
  return (
    <section className={styles.newer} aria-label={t('newer.title')}>
      <Note tone="amber">
        {t('newer.lead', { name: newer.jobRoleLevel.name, version: newer.framework.version })}{' '}
        {newer.keptUntil ? t('newer.keptUntil', { date: date(newer.keptUntil) }) : t('newer.kept')}
      </Note>
      <ul className={styles.changes}>
        {newer.changes.map(({ kind, name, from, to }) => (
          <li key={`${kind} ${name}`}>{t(`plan.change.${kind}`, { name, from, to })}</li>
        ))}
      </ul>
      <div className={styles.act}>
        {newer.verified !== null && (
          <p>{t('newer.readiness', { now: Math.round(verified * 100), after: Math.round(newer.verified * 100) })}</p>
        )}
        {goal.viewerCan.includes('move') && <Move goalId={goal.id} refetch={refetch} />}
      </div>
    </section>
  );
}

function Move({ goalId, refetch }: { goalId: string; refetch: string[] }) {
  const { t } = useTranslation('kit');
  const toast = useToast();
  const [move, { loading, refusal, failed }] = useResultMutation(MOVE_GOAL, { refetch });
  const send = async () => {
    const { ok } = await move({ id: goalId });
    if (ok) toast(t('newer.moved'));
  };
  return (
    <>
      <Button busy={loading} onClick={() => void send()}>
        {t('newer.move')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('plan.failed')}</RefusalNote>}
    </>
  );
}
