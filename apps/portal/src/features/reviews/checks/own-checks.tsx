import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../quality.module.css';
import { MY_CHECKS } from './checks.documents.js';

/** The checks among one's own work that are over. */
export function OwnChecks() {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(MY_CHECKS, { fetchPolicy: 'cache-and-network' });
  const checks = data?.myLiveChecks;
  return (
    <Section title={t('check.own')}>
      {error && !checks && <ErrorState onRetry={() => void refetch()} />}
      {!error && !checks && <LoadingRows rows={2} />}
      {checks?.length === 0 && <EmptyState title={t('check.none')}>{t('check.noneBody')}</EmptyState>}
      <ul className={styles.rows}>
        {checks?.map((check) => (
          <li key={check.id}>
            <div className={styles.line}>
              <TextLink to={`/reviews/checks/${check.id}`}>{check.version?.name}</TextLink>
              <StatusWord tone={check.state === 'WITHDRAWN' ? 'plain' : check.within ? 'green' : 'amber'}>
                {check.state === 'WITHDRAWN'
                  ? t('check.isTakenAway')
                  : check.within
                    ? t('compared.within')
                    : t('compared.off')}
              </StatusWord>
            </div>
            <p className={styles.facts}>{date(check.endedAt)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
