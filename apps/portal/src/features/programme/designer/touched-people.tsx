import { useLazyQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { type Version } from './designer.documents.js';
import { HOLDERS } from './versions.documents.js';
import styles from './changes.module.css';

type Before = NonNullable<Version['currentVersion']>;

/** Whom the next version touches: a number, and the names for who may see them, when asked for. */
export function TouchedPeople({ version }: { version: Before }) {
  const { t } = useTranslation('programme');
  const [load, { data, loading, fetchMore }] = useLazyQuery(HOLDERS);
  const list = data?.achievementVersion?.holderList;
  const { number } = version;
  const holders = version.holders ?? 0;
  return (
    <section className={styles.aside}>
      <h2>{t('changes.touches')}</h2>
      <p>
        {t('changes.holders', { count: holders, number })}{' '}
        {t('changes.running', { count: version.record?.running ?? 0, number })}
      </p>
      {holders > 0 && !data && (
        <Button
          variant="quiet"
          size="small"
          busy={loading}
          onClick={() => void load({ variables: { id: version.id } })}
        >
          {t('changes.showNames')}
        </Button>
      )}
      {data && !list && <p className={styles.none}>{t('changes.noNames')}</p>}
      {list && (
        <ul>
          {list.edges.map(({ node }) => (
            <li key={node.id}>{node.displayName}</li>
          ))}
        </ul>
      )}
      {list?.pageInfo.hasNextPage && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
        >
          {t('more', { shown: list.edges.length, total: list.totalCount })}
        </Button>
      )}
    </section>
  );
}
