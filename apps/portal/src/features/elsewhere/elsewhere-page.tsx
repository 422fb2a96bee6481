import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { BringForm } from './bring-form.js';
import { BroughtState } from './brought-state.js';
import { type Brought, MY_ELSEWHERE } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';

// The worker asks the issuer; who waits sees it happen.
const LOOK_AGAIN = 1_500;

/** What one earned elsewhere: brought here, checked, and sent to be looked at. */
export function ElsewherePage() {
  const { t } = useTranslation('elsewhere');
  const { data, error, refetch, startPolling, stopPolling } = useQuery(MY_ELSEWHERE);
  const brought = data?.myExternalCredentials;
  const checking = brought?.some(({ state }) => state === 'CHECKING') ?? false;
  useEffect(() => {
    if (checking) startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [checking, startPolling, stopPolling]);
  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        above={<TextLink to="/growth/badges">{t('toBadges')}</TextLink>}
        below={t('lead')}
      />
      <BringForm />
      <Section title={t('brought')} voice="record">
        {error && !data && <ErrorState onRetry={() => void refetch()} />}
        {!data && !error && <LoadingRows rows={3} />}
        {brought?.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
        {brought && brought.length > 0 && (
          <ul className={styles.rows} aria-live="polite">
            {brought.map((each) => (
              <Row key={each.id} of={each} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

function Row({ of }: { of: Brought }) {
  const { t } = useTranslation('elsewhere');
  const { date } = useFormat();
  return (
    <li>
      <Link to={`/growth/elsewhere/${of.id}`} className={styles.row}>
        <span>
          <strong className={styles.name}>{of.badge?.name || of.fileName || of.address || t('unnamed')}</strong>
          <span className={styles.hint}>
            {[of.badge?.issuerName, t('broughtOn', { date: date(of.broughtAt) })].filter(Boolean).join(' · ')}
          </span>
        </span>
        <BroughtState of={of} />
      </Link>
    </li>
  );
}
