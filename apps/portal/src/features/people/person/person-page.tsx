import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { Page, Section, WithRail } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { AfterLeaving } from './after-leaving.js';
import { BadgesIssued } from './badges-issued.js';
import { EmploymentHistory } from './employment-history.js';
import { PERSON } from './person.documents.js';
import { PersonDialogs } from './person-dialogs.js';
import { PersonHead } from './person-head.js';
import { ReportingLine } from './reporting-line.js';
import { Reports } from './reports.js';
import { RolesHeld } from './roles-held.js';
import styles from './person.module.css';

/** One person: where they work and worked, for whom, who reports to them, and what they may do. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const { id = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(PERSON, { variables: { id } });
  const person = data?.person;
  if (error && !data)
    return (
      <Page title={t('person.title')} width="reading">
        <ErrorState alone onRetry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title={t('person.title')} width="reading">
        <LoadingRows rows={10} />
      </Page>
    );
  if (!person)
    return (
      <Page title={t('person.title')} width="reading">
        <EmptyState
          alone
          title={t('person.nobody')}
          act={<LinkButton to="/admin/people">{t('person.toPeople')}</LinkButton>}
        >
          {t('person.nobodyBody')}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={person.displayName} width="reading" record={person.id}>
      <PersonHead person={person} />
      <WithRail
        rail={
          <div className={styles.rail}>
            <ReportingLine person={person} />
            <RolesHeld person={person} />
            <BadgesIssued person={person} />
            <AfterLeaving person={person} />
          </div>
        }
      >
        <Section title={t('history.title')} voice="record" aside={t('history.aside')}>
          <EmploymentHistory person={person} />
        </Section>
        <Section
          title={t('reports.title')}
          voice="record"
          aside={t('reports.count', { count: person.reports.totalCount })}
        >
          <Reports
            person={person}
            onMore={() => void fetchMore({ variables: { id, after: person.reports.pageInfo.endCursor } })}
          />
        </Section>
      </WithRail>
      <PersonDialogs person={person} />
    </Page>
  );
}
