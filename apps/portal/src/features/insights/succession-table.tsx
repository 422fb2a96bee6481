import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { ShowMore } from '../../components/show-more.js';
import { NameLink } from '../../components/text-link.js';
import type { SuccessionDepth } from './insights.documents.js';
import styles from './insights.module.css';
import { Told } from './told.js';
import { useRowsAddress } from './use-rows-address.js';

/** As many as show where to look first. */
const AT_FIRST = 20;

/** Levels that somebody works at, those first for which nobody else is ready. */
export function SuccessionTable({ levels }: { levels: readonly SuccessionDepth[] }) {
  const { t } = useTranslation('insights');
  const addressOf = useRowsAddress();
  const [all, setAll] = useState(false);
  const shown = levels.slice(0, all ? undefined : AT_FIRST);
  if (levels.length === 0) return <p>{t('succession.none')}</p>;
  return (
    <section className={styles.scroll} aria-label={t('succession.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('succession.level')}</th>
            <th data-end>{t('succession.there')}</th>
            <th data-end>{t('succession.ready')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ jobRoleLevelId, name, there, ready, band }) => {
            const level = { level: jobRoleLevelId, name };
            return (
              <tr key={jobRoleLevelId}>
                <td>
                  <NameLink to={`/programme/roles/${jobRoleLevelId}`}>{name}</NameLink>
                </td>
                <td data-end>
                  <Told
                    count={there}
                    band={there === null ? 'FEW' : null}
                    to={addressOf('THERE', level)}
                    label={`${name}, ${t('succession.there')}`}
                  />
                </td>
                <td data-end>
                  {ready === 0 ? (
                    <StatusWord tone="red">{t('succession.nobody')}</StatusWord>
                  ) : (
                    <Told
                      count={ready}
                      band={band}
                      to={addressOf('READY', level)}
                      label={`${name}, ${t('succession.ready')}`}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ShowMore
        className={styles.more}
        list={{
          ...{ edges: shown, totalCount: levels.length },
          pageInfo: { hasNextPage: shown.length < levels.length },
        }}
        onMore={() => Promise.resolve(setAll(true))}
      />
    </section>
  );
}
