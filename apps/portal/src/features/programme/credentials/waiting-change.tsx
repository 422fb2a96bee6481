import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Change, DECIDE_CHANGE } from './credentials.documents.js';
import styles from './credentials.module.css';

/** What somebody proposed and a second person confirms or declines. */
export function WaitingChange({ change, holder }: { change: Change; holder: string }) {
  const { t } = useTranslation('credentials');
  const [decide, { loading, refusal, failed }] = useResultMutation(DECIDE_CHANGE, { refetch: ['KeptCredential'] });
  // t('credentials:waiting.decline') t('credentials:waiting.takeBack')
  const can = (act: string) => change.viewerCan.includes(act);
  return (
    <section className={styles.waiting} aria-label={t('waiting.title')}>
      <Note tone="amber">
        {t('waiting.body', { who: change.askedBy?.displayName ?? '', holder, cause: t(`cause.${change.cause}`) })}
      </Note>
      <blockquote className={styles.reason}>{change.reason}</blockquote>
      {!can('confirm') && <p className={styles.quiet}>{t('waiting.own')}</p>}
      <div className={styles.decide}>
        {can('decline') && (
          <Button busy={loading} onClick={() => void decide({ id: change.id, confirmed: false })}>
            {t(can('confirm') ? 'waiting.decline' : 'waiting.takeBack')}
          </Button>
        )}
        {can('confirm') && (
          <Button variant="danger" busy={loading} onClick={() => void decide({ id: change.id, confirmed: true })}>
            {t('waiting.confirm')}
          </Button>
        )}
      </div>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </section>
  );
}
