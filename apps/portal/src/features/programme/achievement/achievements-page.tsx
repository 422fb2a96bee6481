import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { BadgeImage } from '../../../components/badge-image.js';
import { Button } from '../../../components/button.js';
import { Chip } from '../../../components/chip.js';
import { SearchBox } from '../../../components/filter-bar.js';
import { LevelTile } from '../../../components/level-tile.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows } from '../../../components/states.js';
import { NameLink } from '../../../components/text-link.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useSearchWords } from '../../../lib/use-address.js';
import { badgeOf } from './held.rules.js';
import { EARNABLE } from './achievement.documents.js';
import styles from './achievement.module.css';

type Row = ResultOf<typeof EARNABLE>['achievements']['edges'][number]['node'];

/** Everything one can earn here. */
export function AchievementsPage() {
  const { t } = useTranslation('programme');
  const { search, typed, type } = useSearchWords();
  const { data, previousData, error, refetch, fetchMore } = useQuery(EARNABLE, {
    variables: { search: search || null },
  });
  const list = (data ?? previousData)?.achievements;
  return (
    <Page title={t('earn.title')} width="reading">
      <PageHeader
        title={t('earn.title')}
        below={t('earn.below')}
        aside={<SearchBox label={t('earn.search')} value={typed} onChange={type} />}
      />
      {error && !list && <ErrorState onRetry={() => void refetch()} />}
      {!error && !list && <LoadingRows rows={8} />}
      {list?.edges.length === 0 &&
        (search ? (
          <Filtered onClear={() => type('')} />
        ) : (
          <EmptyState title={t('earn.none')}>{t('earn.noneBody')}</EmptyState>
        ))}
      <ul className={styles.list}>
        {list?.edges.map(({ node }) => (
          <EarnableRow key={node.id} row={node} />
        ))}
      </ul>
      {list?.pageInfo.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}>
          {t('more', { shown: list.edges.length, total: list.totalCount })}
        </Button>
      )}
    </Page>
  );
}

function Filtered({ onClear }: { onClear: () => void }) {
  const { data } = useQuery(EARNABLE, { variables: { search: null } });
  return <FilteredState filters={1} without={data?.achievements.totalCount ?? 0} onClear={onClear} />;
}

function EarnableRow({ row }: { row: Row }) {
  const { t } = useTranslation('programme');
  const hours = row.descriptors.workloadHours;
  // t('programme:mine.DRAFT') t('programme:mine.open') t('programme:mine.passed') t('programme:mine.notYet')
  // t('programme:mine.over') t('programme:mine.ended')
  return (
    <li className={styles.row}>
      <BadgeImage url={row.badgeUrl} name="" size={56} />
      <div>
        <h2>
          <NameLink to={`/growth/achievements/${row.id}`}>{row.name}</NameLink>
        </h2>
        <p>{row.description}</p>
        <p className={styles.meta}>
          {row.level && (
            <span className={styles.level}>
              <LevelTile level={row.level.ordinal} size="small" /> {row.level.label}
            </span>
          )}
          {row.awardedSkills.length > 1 && <span>{row.awardedSkills.map(({ skill }) => skill?.name).join(', ')}</span>}
          {hours !== null && <span>{t('sheet.hours', { count: hours })}</span>}
          <span>{row.holders === null ? t('earn.few') : t('earn.holders', { count: row.holders })}</span>
          {row.mySubmission && <Chip>{t(`mine.${stageOf(row.mySubmission)}`)}</Chip>}
        </p>
      </div>
    </li>
  );
}

function stageOf(mine: NonNullable<Row['mySubmission']>) {
  const { state, decision } = mine;
  if (decision?.outcome === 'PASS') return badgeOf(mine) === 'ended' ? 'ended' : 'passed';
  if (decision) return 'notYet';
  if (state === 'DRAFT' || state === 'RETURNED') return 'DRAFT';
  return ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'].includes(state) ? 'over' : 'open';
}
