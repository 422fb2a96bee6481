import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './assessing.module.css';
import { ANSWER, APPLY, type AssessingData } from './assessing.documents.js';

type Asked = AssessingData['ownApplications'][number];

/** What one could assess, what one has asked for, and what one was asked. */
export function Becoming({ assessing }: { assessing: AssessingData }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const again = { refetch: ['Assessing'] };
  const [apply, applying] = useResultMutation(APPLY, again);
  const [answer, answering] = useResultMutation(ANSWER, again);
  const [declining, setDeclining] = useState<Asked | null>(null);
  const { couldAssess, ownApplications } = assessing;
  const refusal = applying.refusal?.message ?? answering.refusal?.message;
  // t('quality:answer.ACCEPTED') t('quality:answer.DECLINED') t('quality:answer.TAKEN_BACK')
  // t('quality:assessing.APPLIED') t('quality:assessing.INVITED')
  return (
    <Section title={t('assessing.could')}>
      {refusal && !declining && <RefusalNote>{refusal}</RefusalNote>}
      {couldAssess.length + ownApplications.length === 0 && <p className={styles.quiet}>{t('assessing.couldNone')}</p>}
      <ul className={styles.rows}>
        {couldAssess.map(({ achievementId, name }) => (
          <li key={achievementId}>
            <div className={styles.line}>
              <span className={styles.name}>{name}</span>
              <Button
                size="small"
                variant="accent"
                busy={applying.loading}
                aria-label={t('assessing.applyNamed', { name })}
                onClick={() => void apply({ achievementId, message: '' })}
              >
                {t('assessing.apply')}
              </Button>
            </div>
          </li>
        ))}
        {ownApplications.map((each) => (
          <li key={each.id}>
            <div className={styles.line}>
              <span className={styles.name}>{each.achievement?.name ?? t('unpublished')}</span>
              <span className={styles.acts}>
                {each.viewerCan.includes('accept') && (
                  <Button
                    size="small"
                    variant="accent"
                    busy={answering.loading}
                    onClick={() => void answer({ id: each.id, accept: true, reason: '' })}
                  >
                    {t('applications.accept')}
                  </Button>
                )}
                {each.viewerCan.includes('decline') && (
                  <Button size="small" onClick={() => setDeclining(each)}>
                    {each.kind === 'APPLIED' ? t('applications.takeBack') : t('applications.decline')}
                  </Button>
                )}
              </span>
            </div>
            <p className={styles.facts}>
              <span>{t(`assessing.${each.kind}`, { date: date(each.askedAt) })}</span>
              <span>{each.answer ? t(`answer.${each.answer}`) : t('answer.waits')}</span>
              {each.answerReason && <span>{each.answerReason}</span>}
            </p>
          </li>
        ))}
      </ul>
      {declining && (
        <ConfirmDialog
          open
          title={t('assessing.declineTitle', { name: declining.achievement?.name })}
          act={declining.kind === 'APPLIED' ? t('applications.takeBack') : t('applications.decline')}
          reasonLabel={t('reason')}
          busy={answering.loading}
          refusal={answering.refusal?.message ?? null}
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
