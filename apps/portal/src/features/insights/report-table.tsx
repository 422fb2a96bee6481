import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import { ShowMore } from '../../components/show-more.js';
import { EmptyState, ErrorState, Note, RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { codeIn } from './code-words.js';
import styles from './insights.module.css';
import { type Definition, REPORT, type Subject } from './reports.documents.js';

interface Props {
  definition: Definition;
  subject: Subject;
  onChange: (definition: Definition) => void;
}

interface Row {
  id: string;
  cells: readonly (string | null)[];
}

/** What the report finds for whoever looks; a head sorts by its column. */
export function ReportTable({ definition, subject, onChange }: Props) {
  const { t } = useTranslation('insights');
  const asked = {
    ...definition,
    filters: definition.filters.filter(({ operator, value }) => operator === 'EMPTY' || value),
  };
  const { data, previousData, error, refetch, fetchMore } = useQuery(REPORT, { variables: { definition: asked } });
  const columns = useColumns(definition, subject, onChange);
  const report = (data ?? previousData)?.report;
  if (error && !report) return <ErrorState onRetry={() => void refetch()} />;
  if (report && report.__typename !== 'Report')
    return (
      <div>
        <RefusalNote>{report.message}</RefusalNote>
      </div>
    );
  return (
    <>
      {report?.notice && (
        <div>
          <Note>{report.notice}</Note>
        </div>
      )}
      <output className={styles.quiet}>
        {report && !(report.notice && report.total === 0) && t('reports.found', { count: report.total })}
      </output>
      <section className={styles.scroll} aria-label={t('reports.preview')} tabIndex={0}>
        <DataTable<Row>
          label={t('reports.preview')}
          columns={columns}
          rows={report?.rows}
          rowId={({ id }) => id}
          keys={false}
          empty={!report?.notice && <EmptyState title={t('reports.none')}>{t('reports.noneBody')}</EmptyState>}
        />
      </section>
      <ShowMore
        className={styles.more}
        list={
          report && {
            edges: report.rows,
            totalCount: report.total,
            pageInfo: { hasNextPage: report.endCursor !== null, endCursor: report.endCursor },
          }
        }
        onMore={(after) =>
          fetchMore({
            variables: { after },
            updateQuery: (before, { fetchMoreResult: { report: next } }) =>
              before.report.__typename === 'Report' && next.__typename === 'Report'
                ? { report: { ...next, rows: [...before.report.rows, ...next.rows] } }
                : before,
          })
        }
      />
    </>
  );
}

function useColumns(definition: Definition, subject: Subject, onChange: Props['onChange']): Column<Row>[] {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { columns, groupBy, sort } = definition;
  const counted = groupBy.length > 0;
  const of = (key: string) => subject.columns.find((column) => column.key === key);
  const shown = (counted ? groupBy : columns).map((key) => ({ key, label: of(key)?.label ?? '', type: of(key)?.type }));
  const heads = counted
    ? [
        ...shown,
        { key: 'count', label: t('reports.count'), type: 'NUMBER' as const },
        ...(subject.columns.some(({ key }) => key === 'person')
          ? [{ key: '', label: t('reports.people'), type: 'NUMBER' as const }]
          : []),
      ]
    : shown;
  // t('insights:reports.code.DECISION') t('insights:reports.code.STACK') t('insights:reports.code.COMPLETION')
  // t('insights:reports.code.BULK') t('insights:reports.code.LEGACY') t('insights:reports.code.ACTIVE')
  // t('insights:reports.code.SUSPENDED') t('insights:reports.code.REVOKED') t('insights:reports.code.LEARNING')
  // t('insights:reports.code.PRIOR_LEARNING') t('insights:reports.code.PASS') t('insights:reports.code.NOT_YET')
  // t('insights:reports.code.INSUFFICIENT_EVIDENCE') t('insights:reports.code.REFERRED') t('insights:reports.code.ONLINE_SELF_PACED')
  // t('insights:reports.code.ONLINE_LIVE') t('insights:reports.code.CLASSROOM') t('insights:reports.code.BLENDED')
  // t('insights:reports.code.ON_THE_JOB')
  return heads.map(({ key, label, type }, at) => ({
    id: `${at}`,
    head: label,
    phone: at < 2,
    align: type === 'NUMBER' ? ('end' as const) : ('start' as const),
    ...(key && {
      sort: {
        direction: sort?.column === key ? (sort.descending ? ('descending' as const) : ('ascending' as const)) : null,
        toggle: () =>
          onChange({
            ...definition,
            sort: { column: key, descending: sort?.column === key ? !sort.descending : false },
          }),
      },
    }),
    cell: ({ cells }) => {
      const cell = cells[at] ?? null;
      if (cell === null) return '–';
      const code = codeIn(key, cell);
      if (code) return t(`reports.code.${code}`);
      return type === 'DAY' ? date(cell) : cell;
    },
  }));
}
