import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '../../components/filter-bar.js';
import { Section } from '../../components/page.js';
import { ErrorState, FilteredState, LoadingRows } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { NameLink } from '../../components/text-link.js';
import { useSearchWords } from '../../lib/use-address.js';
import { type SkillSupply, SKILL_SUPPLY } from './insights.documents.js';
import styles from './insights.module.css';
import { ShareBar, Told } from './told.js';
import { useRowsAddress } from './use-rows-address.js';

/** What jobs ask of each skill, and who is verified: as bars and as numbers, the largest gaps first. */
export function SupplyTable({ until }: { until: string | null }) {
  const { t } = useTranslation('insights');
  const { search, typed, type } = useSearchWords();
  const { data, previousData, error, refetch, fetchMore } = useQuery(SKILL_SUPPLY, {
    variables: { search: search || null, until },
  });
  const list = (data ?? previousData)?.skillSupply;
  return (
    <Section title={t('supply.title')} aside={<SearchBox label={t('supply.search')} value={typed} onChange={type} />}>
      <p className={styles.quiet}>{t('supply.how')}</p>
      {error && !list && <ErrorState onRetry={() => void refetch()} />}
      {!error && !list && <LoadingRows rows={6} />}
      {list?.totalCount === 0 &&
        (search ? <FilteredState filters={1} onClear={() => type('')} /> : <p>{t('supply.none')}</p>)}
      {list && list.totalCount > 0 && (
        <section className={styles.scroll} aria-label={t('supply.title')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('supply.skill')}</th>
                <th data-bar>{t('supply.covered')}</th>
                <th data-end>{t('supply.asked')}</th>
                <th data-end>{t('supply.met')}</th>
                <th data-end>{t('supply.holders')}</th>
              </tr>
            </thead>
            <tbody>
              {list.edges.map(({ node }) => (
                <SupplyRow key={node.skillId} row={node} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
    </Section>
  );
}

function SupplyRow({ row }: { row: SkillSupply }) {
  const { t } = useTranslation('insights');
  const addressOf = useRowsAddress();
  const skill = { skill: row.skillId, name: row.name };
  return (
    <tr>
      <td>
        <NameLink to={`/programme/skills/${row.skillId}`}>{row.name}</NameLink>
      </td>
      <td data-bar>
        <ShareBar part={row.part} of={row.of} />
      </td>
      <td data-end>
        <Told
          count={row.of}
          band={row.of === null ? 'FEW' : null}
          to={addressOf('SKILL_ASKED', skill)}
          label={`${row.name}, ${t('supply.asked')}`}
        />
      </td>
      <td data-end>
        <Told
          count={row.part}
          band={row.band}
          to={addressOf('SKILL_MET', skill)}
          label={`${row.name}, ${t('supply.met')}`}
        />
      </td>
      <td data-end>
        <Told
          count={row.holders}
          band={row.holdersBand}
          to={addressOf('SKILL_HELD', skill)}
          label={`${row.name}, ${t('supply.holders')}`}
        />
      </td>
    </tr>
  );
}
