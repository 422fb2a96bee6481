import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Page, PageHeader } from '../../../components/page.js';
import { ShowMore } from '../../../components/show-more.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { readDay, useFormat } from '../../../lib/format.js';
import styles from '../quality.module.css';
import { usePurposeWords } from '../review-words.js';
import { type MarkGiven, MARKS_GIVEN } from './marks.documents.js';

const SCOPES = { lately: 'LATELY', marked: 'MARKED', twice: 'MARKED_TWICE', released: 'RELEASED' } as const;
type ScopeWord = keyof typeof SCOPES;
const scopeOf = (word: string | null): ScopeWord =>
  word !== null && Object.hasOwn(SCOPES, word) ? (word as ScopeWord) : 'marked';

/** The marks that a figure of the board or of an assessor counts, one by one. */
export function MarksPage() {
  const { t } = useTranslation('quality');
  const [params] = useSearchParams();
  const scope = scopeOf(params.get('scope'));
  const day = (name: string) => readDay(params.get(name));
  const { data, error, refetch, fetchMore } = useQuery(MARKS_GIVEN, {
    variables: {
      scope: SCOPES[scope],
      achievementId: params.get('achievement'),
      assessorId: params.get('assessor'),
      marks: {
        versionId: params.get('version'),
        from: day('from'),
        until: day('until'),
        releasedFrom: day('releasedFrom'),
        releasedUntil: day('releasedUntil'),
      },
    },
  });
  const list = data?.slotsToAllocate;
  const columns = useColumns();
  const days = useDays(params);
  const back = scope === 'lately' ? '/reviews/assessors' : '/reviews/board';
  // t('quality:given.title.lately') t('quality:given.title.marked') t('quality:given.title.twice') t('quality:given.title.released')
  const title = t(`given.title.${scope}`);
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        above={<TextLink to={back}>{t(scope === 'lately' ? 'assessors.title' : 'board.title')}</TextLink>}
        below={list && [t('given.count', { count: list.totalCount }), days].filter(Boolean).join(' · ')}
      />
      <div className={styles.work}>
        <DataTable
          label={title}
          columns={columns}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          keys={false}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={<EmptyState title={t('given.none')}>{t('given.noneBody')}</EmptyState>}
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
    </Page>
  );
}

/** The days that the address names, as people say them. */
function useDays(params: URLSearchParams): string {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const span = (first: string, last: string) => {
    const [from, until] = [readDay(params.get(first)), readDay(params.get(last))];
    return from && until ? t('given.span', { from: date(from), until: date(until) }) : '';
  };
  const released = span('releasedFrom', 'releasedUntil');
  return released ? t('given.released', { span: released }) : span('from', 'until');
}

function useColumns(): Column<MarkGiven>[] {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const purpose = usePurposeWords();
  return [
    {
      id: 'candidate',
      head: t('given.candidate'),
      phone: true,
      width: 110,
      cell: (row) => (
        <NameLink to={`/reviews/release/${row.submissionId ?? ''}?work=1`}>
          <code>{row.candidateCode}</code>
        </NameLink>
      ),
    },
    {
      id: 'achievement',
      head: t('achievement'),
      phone: true,
      cell: (row) => t('rubric.title', { name: row.achievementVersion.name, number: row.achievementVersion.number }),
    },
    { id: 'mark', head: t('given.mark'), width: 120, cell: (row) => purpose(row.purpose) },
    { id: 'assessor', head: t('board.assessor'), width: 200, cell: (row) => row.assessor?.displayName },
    {
      id: 'day',
      head: t('given.handedIn'),
      phone: true,
      width: 130,
      cell: (row) => (row.judgedAt ? date(row.judgedAt) : ''),
    },
  ];
}
