import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader, WithRail } from '../../components/page.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { ASSESSING } from './assessing.documents.js';
import { Availability } from './availability.js';
import { Becoming } from './becoming.js';
import { Leave } from './leave.js';
import { Qualifications } from './qualifications.js';

/** Oneself as an assessor: what one may assess, how much one takes on, and what one could become. */
export function AssessingPage() {
  const { t } = useTranslation('quality');
  const { data, error, refetch } = useQuery(ASSESSING);
  const assessing = data?.assessing;
  return (
    <Page title={t('assessing.title')} width="reading">
      <PageHeader title={t('assessing.title')} below={t('assessing.below')} />
      {error && !assessing && <ErrorState onRetry={() => void refetch()} />}
      {!error && !assessing && <LoadingRows rows={6} />}
      {assessing && (
        <WithRail
          rail={
            assessing.qualifications.length > 0 && (
              <>
                <Availability key={assessing.profile.revision} profile={assessing.profile} />
                <Leave leave={assessing.leave} />
              </>
            )
          }
        >
          <Qualifications qualifications={assessing.qualifications} />
          <Becoming assessing={assessing} />
        </WithRail>
      )}
    </Page>
  );
}
