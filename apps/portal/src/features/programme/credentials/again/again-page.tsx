import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../../components/states.js';
import { TextLink } from '../../../../components/text-link.js';
import { useAddress } from '../../../../lib/use-address.js';
import { REISSUABLE } from './again.documents.js';
import { BadgeChoice } from './badge-choice.js';
import { OtherwiseTable } from './otherwise-table.js';
import { RunningCorrection } from './running-correction.js';
import styles from './again.module.css';

/** Badges that say something otherwise than it is today: of an achievement, or of a person. Signed again as many as are chosen. */
export function AgainPage() {
  const { t } = useTranslation('again');
  const [achievementId, setAchievement] = useAddress('achievement');
  const [personId] = useAddress('person');
  const [run, setRun] = useAddress('run');
  const asked = Boolean(achievementId || personId);
  const { data, error, refetch } = useQuery(REISSUABLE, {
    variables: { achievementId: achievementId || null, personId: personId || null },
    skip: !asked,
    fetchPolicy: 'cache-and-network',
  });
  const rows = data?.reissuable;
  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        above={<TextLink to="/programme/credentials">{t('above')}</TextLink>}
        below={t('lead')}
      />
      <div className={styles.body}>
        {!personId && <BadgeChoice value={achievementId} onChange={setAchievement} />}
        {run && <RunningCorrection id={run} />}
        {asked && error && !rows && <ErrorState onRetry={() => void refetch()} />}
        {asked && !rows && !error && <LoadingRows rows={6} />}
        {rows?.length === 0 && <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}
        {rows && rows.length > 0 && (
          <OtherwiseTable
            key={rows.map(({ credential }) => credential.id).join()}
            rows={rows}
            ofPerson={Boolean(personId)}
            onBegun={setRun}
          />
        )}
      </div>
    </Page>
  );
}
