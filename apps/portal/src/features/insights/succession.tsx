import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { FigureList } from './figure-list.js';
import { SUCCESSION } from './insights.documents.js';
import styles from './insights.module.css';
import { SuccessionTable } from './succession-table.js';

/** For how many levels others are ready, and how many for each. */
export function Succession({ from, until }: { from: string | null; until: string | null }) {
  const { t } = useTranslation('insights');
  const { data, previousData, error, refetch } = useQuery(SUCCESSION, { variables: { from, until } });
  const shown = data ?? previousData;
  return (
    <Section title={t('succession.title')}>
      <p className={styles.quiet}>{t('succession.how')}</p>
      {error && !shown && <ErrorState onRetry={() => void refetch()} />}
      {!error && !shown && <LoadingRows rows={6} />}
      {shown && (
        <>
          <FigureList figures={shown.benchStrength.figures} />
          <SuccessionTable levels={shown.successionDepth} />
        </>
      )}
    </Section>
  );
}
