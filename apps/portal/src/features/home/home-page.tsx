import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.js';
import { NewerVersion } from '../../components/newer-version.js';
import { Page, WithRail } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { HOME } from './home.documents.js';
import { HomeRail } from './home-rail.js';
import { NextSteps } from './next-steps-list.js';
import { ReadinessHead } from './readiness-head.js';
import { SkillBySkill } from './skill-by-skill.js';

/** Where one stands, what comes next, what waits. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { data, error, refetch } = useQuery(HOME);
  return (
    <Page title={t('title')} width="reading">
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {data && (
        <>
          {data.myReadiness && <ReadinessHead readiness={data.myReadiness} goal={data.myGoal} />}
          {data.myGoal && data.myReadiness && (
            <NewerVersion goal={data.myGoal} verified={data.myReadiness.verified} refetch={['Home']} />
          )}
          <WithRail rail={<HomeRail home={data} />}>
            {data.myReadiness ? (
              <>
                <NextSteps
                  readiness={data.myReadiness}
                  submissions={data.mySubmissions.edges.map((edge) => edge.node)}
                />
                <SkillBySkill rows={data.myReadiness.rows} />
              </>
            ) : (
              <EmptyState
                alone
                title={t('noRole.title')}
                act={
                  <LinkButton variant="primary" to="/growth/pathway?choose=1">
                    {t('noRole.act')}
                  </LinkButton>
                }
              >
                {t('noRole.body')}
              </EmptyState>
            )}
          </WithRail>
        </>
      )}
    </Page>
  );
}
