import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { useViewer } from '../../../lib/viewer.js';
import { OwnChecks } from '../checks/own-checks.js';
import styles from '../quality.module.css';
import { CALIBRATION_ROUNDS } from './calibration.documents.js';
import { ExemplarList } from './exemplar-list.js';
import { RoundDialog } from './round-dialog.js';
import { RoundRow } from './round-row.js';

/** Rounds of calibration to take part in, and for leads what they are made of. */
export function CalibrationPage() {
  const { t } = useTranslation('quality');
  const { may } = useViewer();
  const { data, error, refetch } = useQuery(CALIBRATION_ROUNDS);
  const [opening, setOpening] = useState(false);
  const rounds = data?.calibrationRounds;
  const leads = may('assessment.lead');
  return (
    <Page title={t('calibration.title')}>
      <PageHeader
        title={t('calibration.title')}
        below={t('calibration.below')}
        acts={
          leads && (
            <Button variant="primary" onClick={() => setOpening(true)}>
              {t('calibration.open')}
            </Button>
          )
        }
      />
      <div className={styles.work}>
        <Section title={t('calibration.rounds')}>
          {error && !rounds && <ErrorState onRetry={() => void refetch()} />}
          {!error && !rounds && <LoadingRows rows={3} />}
          {rounds?.length === 0 && <EmptyState title={t('calibration.none')}>{t('calibration.noneBody')}</EmptyState>}
          <ul className={styles.rows}>
            {rounds?.map((round) => (
              <RoundRow key={round.id} round={round} />
            ))}
          </ul>
        </Section>
        {may('submission.mark') && <OwnChecks />}
        {leads && <ExemplarList />}
      </div>
      {opening && <RoundDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}
