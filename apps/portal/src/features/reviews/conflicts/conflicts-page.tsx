import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../../components/page.js';
import { useViewer } from '../../../lib/viewer.js';
import styles from '../settled.module.css';
import { AllConflicts } from './all-conflicts.js';
import { OwnConflicts } from './own-conflicts.js';

/** To whom one is too near to judge them; for whoever gives out work, to whom everybody is. */
export function ConflictsPage() {
  const { t } = useTranslation('reviews');
  const { may } = useViewer();
  return (
    <Page title={t('places.conflicts')}>
      <PageHeader title={t('places.conflicts')} below={t('conflicts.about')} />
      <div className={styles.padded}>
        {may('submission.mark') && <OwnConflicts />}
        {may('assessment.lead') && <AllConflicts />}
      </div>
    </Page>
  );
}
