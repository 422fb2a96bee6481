import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../quality.module.css';
import { type Assessor, type Known, type Qualification, QUALIFICATION_HISTORY } from './assessors.documents.js';
import { QualificationDialog, type QualificationAct } from './qualification-dialog.js';
import { StateWord } from './state-word.js';

/** One assessor: what they may assess, what happened to that, and what a lead may do about it. */
export function AssessorPanel({ assessor, onClose }: { assessor: Assessor; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const { data } = useQuery(QUALIFICATION_HISTORY, { variables: { search: assessor.person.displayName } });
  const known = data?.assessors.edges.find(({ node }) => node.personId === assessor.personId)?.node.qualifications;
  return (
    <div className={styles.panel}>
      <Section
        title={assessor.person.displayName}
        voice="record"
        aside={
          <Button size="small" variant="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <ul className={styles.rows}>
          {assessor.qualifications.map((each) => (
            <QualificationRow
              key={each.id}
              qualification={each}
              history={known?.find(({ id }) => id === each.id)?.history}
              work={known?.find(({ id }) => id === each.id)?.work}
            />
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface RowProps {
  qualification: Qualification;
  history: Known['history'] | undefined;
  work: Known['work'] | undefined;
}

function QualificationRow({ qualification, history, work }: RowProps) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const [act, setAct] = useState<QualificationAct | null>(null);
  const { achievement, basis, since, validUntil, trainingCompletedOn, state, viewerCan } = qualification;
  const released = work?.filter(({ releasedAt }) => releasedAt) ?? [];
  const name = achievement?.name ?? t('unpublished');
  // t('quality:acts.STATE') t('quality:acts.TRAINING') t('quality:acts.VALIDITY') t('quality:acts.END')
  // t('quality:acts.STATENamed') t('quality:acts.TRAININGNamed') t('quality:acts.VALIDITYNamed') t('quality:acts.ENDNamed')
  // t('quality:basis.FOUNDER') t('quality:basis.HOLDS_SKILL')
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <StateWord state={state} />
      </div>
      <p className={styles.facts}>
        <span>{t(`basis.${basis}`, { date: date(since) })}</span>
        <span>{validUntil ? t('assessors.until', { date: date(validUntil) }) : t('assessors.noEnd')}</span>
        <span>
          {trainingCompletedOn ? t('assessors.trained', { date: date(trainingCompletedOn) }) : t('assessors.untrained')}
        </span>
        {released.length > 0 && <span>{t('assessors.released', { count: released.length })}</span>}
      </p>
      {viewerCan.includes('keep') && (
        <div className={styles.acts}>
          {(['STATE', 'TRAINING', 'VALIDITY', 'END'] as const).map((each) => (
            <Button key={each} size="small" aria-label={t(`acts.${each}Named`, { name })} onClick={() => setAct(each)}>
              {t(`acts.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {state === 'SUSPENDED' && released.length > 0 && (
        <p className={styles.quiet}>
          {t('assessors.toMarkAgain', { codes: released.map(({ candidateCode }) => candidateCode).join(', ') })}
        </p>
      )}
      {history && history.length > 0 && <History events={history} />}
      {act && <QualificationDialog act={act} qualification={qualification} name={name} onClose={() => setAct(null)} />}
    </li>
  );
}

function History({ events }: { events: Known['history'] }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  // t('quality:events.NAMED') t('quality:events.TRAINED') t('quality:events.CALIBRATED') t('quality:events.STATE')
  // t('quality:events.VALIDITY') t('quality:events.ENDED')
  return (
    <ol className={styles.history} aria-label={t('events.label')}>
      {events.map(({ id, at, kind, toState, reason, actor }) => (
        <li key={id}>
          {date(at)} · {t(`events.${kind}`)}
          {toState && ` → ${t(`state.${toState}`)}`} · {actor?.displayName ?? t('events.product')} · {reason}
        </li>
      ))}
    </ol>
  );
}
