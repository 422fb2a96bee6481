import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../quality.module.css';
import { ANSWER_APPLICATION, type Application, APPLICATIONS } from './assessors.documents.js';

/** Who asks to assess, and who was asked and has not answered yet. */
export function Applications() {
  const { t } = useTranslation('quality');
  const { day } = useFormat();
  const { data } = useQuery(APPLICATIONS);
  const [declining, setDeclining] = useState<Application | null>(null);
  const [answer, { loading, refusal, failed, clear }] = useResultMutation(ANSWER_APPLICATION, {
    refetch: ['AssessorApplications', 'Assessors'],
  });
  const waiting = data?.assessorApplications ?? [];
  if (waiting.length === 0) return null;
  const message = refusal?.message ?? (failed ? t('unreachable') : null);
  // t('quality:applications.APPLIED') t('quality:applications.INVITED')
  return (
    <Section title={t('applications.title', { count: waiting.length })}>
      {message && !declining && <RefusalNote>{message}</RefusalNote>}
      <ul className={styles.rows}>
        {waiting.map((each) => (
          <li key={each.id}>
            <div className={styles.line}>
              <span>
                <b>{each.person.displayName}</b>{' '}
                {t(`applications.${each.kind}`, { achievement: each.achievement?.name, date: day(each.askedAt) })}
              </span>
              <span className={styles.acts}>
                {each.viewerCan.includes('accept') && (
                  <Button
                    size="small"
                    variant="accent"
                    busy={loading}
                    aria-label={t('applications.acceptNamed', { name: each.person.displayName })}
                    onClick={() => void answer({ id: each.id, accept: true, reason: '' })}
                  >
                    {t('applications.accept')}
                  </Button>
                )}
                <Button
                  size="small"
                  aria-label={t('applications.declineNamed', { name: each.person.displayName })}
                  onClick={() => {
                    clear();
                    setDeclining(each);
                  }}
                >
                  {each.kind === 'APPLIED' ? t('applications.decline') : t('applications.takeBack')}
                </Button>
              </span>
            </div>
            {each.message && <p className={styles.quiet}>{each.message}</p>}
          </li>
        ))}
      </ul>
      {declining && (
        <ConfirmDialog
          open
          title={t('applications.declineTitle', { name: declining.person.displayName })}
          act={declining.kind === 'APPLIED' ? t('applications.decline') : t('applications.takeBack')}
          reasonLabel={t('reason')}
          busy={loading}
          refusal={message}
          onClose={() => setDeclining(null)}
          onConfirm={(reason) =>
            void answer({ id: declining.id, accept: false, reason }).then(({ ok }) => ok && setDeclining(null))
          }
        >
          {t('applications.declineBody')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
