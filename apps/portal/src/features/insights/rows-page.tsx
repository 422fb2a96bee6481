import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { NameLink, TextLink } from '../../components/text-link.js';
import { NotThere } from './not-there.js';
import { useFormat } from '../../lib/format.js';
import { INSIGHT_ROWS, type Row } from './insights.documents.js';
import styles from './insights.module.css';
import { ROW_KEYS } from './row-keys.js';
import { usePeriod } from './use-period.js';
import { useRowsAddress } from './use-rows-address.js';

/** Rows whose day is when the first of the levels or the badge ends. */
const ENDING = [
  ...['COMPETENCY', 'UNIT_ASKED', 'SKILL_ASKED', 'SKILL_MET', 'SKILL_HELD'],
  ...['SKILL_GAP', 'UNIT_NEEDS', 'HOLDERS'],
  ...['EXPIRING_90', 'EXPIRING_180', 'RENEWALS'],
];
const DAYLESS = [
  ...['UNCOVERED', 'THIN_COVER', 'THERE', 'READY', 'BENCH', 'GAP_CLOSED', 'SKILL_LEVELS', 'BADGE_HOLDERS'],
  'LEVEL_PEOPLE',
];

/** Rows that say of how many people a skill is asked. */
const OF_SKILLS = ['UNCOVERED', 'THIN_COVER'];

/** The rows that a number counts, one by one. */
export function RowsPage() {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { key: word } = useParams();
  const [params] = useSearchParams();
  const { from, until } = usePeriod();
  const addressOf = useRowsAddress();
  const key = ROW_KEYS.find((each) => each === word);
  const { data, error, refetch, fetchMore } = useQuery(INSIGHT_ROWS, {
    variables: {
      key: key ?? 'COMPETENCY',
      from,
      until,
      skillId: params.get('skill'),
      unitId: params.get('unit'),
      jobRoleLevelId: params.get('level'),
      achievementId: params.get('achievement'),
      versionId: params.get('version'),
    },
    skip: !key,
  });
  if (!key) return <NotThere />;
  const list = data?.insightRows;
  const name = params.get('name');
  const period = params.get('period');
  // t('insights:rowsOf.ANSWERED') t('insights:rowsOf.BADGES_ISSUED') t('insights:rowsOf.BEGUN')
  // t('insights:rowsOf.COMPETENCY') t('insights:rowsOf.COURSES_COMPLETED') t('insights:rowsOf.EXPIRING_180')
  // t('insights:rowsOf.EXPIRING_90') t('insights:rowsOf.FIRST_PASS') t('insights:rowsOf.HANDED_IN')
  // t('insights:rowsOf.INTERNAL_FILL') t('insights:rowsOf.ISSUED') t('insights:rowsOf.MOBILITY')
  // t('insights:rowsOf.ON_TIME') t('insights:rowsOf.PASSED') t('insights:rowsOf.PRIOR_LEARNING')
  // t('insights:rowsOf.READY') t('insights:rowsOf.RENEWALS') t('insights:rowsOf.SKILL_ASKED')
  // t('insights:rowsOf.SKILL_HELD') t('insights:rowsOf.SKILL_MET') t('insights:rowsOf.THERE')
  // t('insights:rowsOf.THIN_COVER') t('insights:rowsOf.TURNAROUND') t('insights:rowsOf.UNCOVERED')
  // t('insights:rowsOf.UNIT_ASKED') t('insights:rowsOf.APPEALED') t('insights:rowsOf.UPHELD')
  // t('insights:rowsOf.BADGE_HOLDERS') t('insights:rowsOf.HOLDERS') t('insights:rowsOf.SKILL_GAP')
  // t('insights:rowsOf.SKILL_LEVELS') t('insights:rowsOf.UNIT_NEEDS')
  // t('insights:rowsOf.GAP_CLOSED') t('insights:rowsOf.BENCH') t('insights:rowsOf.LEVEL_PEOPLE')
  const title = t(`rowsOf.${key}`);
  const columns: Column<Row>[] = [
    { id: 'title', head: t('columns.title'), phone: true, cell: (row) => <RowName row={row} /> },
    {
      id: 'detail',
      head: t('columns.detail'),
      phone: true,
      cell: (row) =>
        OF_SKILLS.includes(key) && /\d/.test(row.detail) ? (
          <TextLink to={addressOf('SKILL_ASKED', { skill: row.subjectId ?? '', name: row.title })}>
            {row.detail}
          </TextLink>
        ) : (
          row.detail
        ),
    },
    ...(DAYLESS.includes(key)
      ? []
      : [
          {
            id: 'day',
            head: t(ENDING.includes(key) ? 'columns.ends' : 'columns.day'),
            width: 140,
            cell: (row: Row) => (row.day ? date(row.day) : ''),
          },
        ]),
  ];
  // t('insights:columns.day') t('insights:columns.ends')
  return (
    <Page title={title}>
      <PageHeader
        title={name ? t('rowsTitle', { title, name }) : title}
        above={<TextLink to={`/insights${period ? `?period=${period}` : ''}`}>{t('back')}</TextLink>}
        below={list && t('rowsCount', { count: list.totalCount })}
      />
      <div className={styles.work}>
        <DataTable
          label={title}
          columns={columns}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          keys={false}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={<EmptyState title={t('rowsNone')}>{t('rowsNoneBody')}</EmptyState>}
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
    </Page>
  );
}

function RowName({ row: { kind, subjectId, title } }: { row: Row }) {
  if (kind === 'PERSON') return <NameLink to={`/admin/people/${subjectId}`}>{title}</NameLink>;
  if (kind === 'SKILL') return <NameLink to={`/programme/skills/${subjectId}`}>{title}</NameLink>;
  if (kind === 'LEVEL') return <NameLink to={`/programme/roles/${subjectId}`}>{title}</NameLink>;
  if (kind === 'CREDENTIAL') return <NameLink to={`/programme/credentials/${subjectId}`}>{title}</NameLink>;
  return <>{title}</>;
}
