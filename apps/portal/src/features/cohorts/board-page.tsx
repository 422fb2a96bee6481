import { useQuery } from '@apollo/client/react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../components/button.js';
import { DataTable } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { Figure } from '../../components/key-values.js';
import { OpenNumber, OpenWords } from '../../components/open-number.js';
import { Page, PageHeader } from '../../components/page.js';
import { ShowMore } from '../../components/show-more.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows, Note } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { useViewer } from '../../lib/viewer.js';
import { BoardActs } from './board-acts.js';
import { BoardProgress } from './board-progress.js';
import { BOARD, type Board } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { CohortDialog } from './cohort-dialog.js';
import { EnrolDialog } from './enrol-dialog.js';
import { useMemberColumns } from './member-columns.js';
import { RemindDialog } from './remind-dialog.js';
import { RemindersDialog } from './reminders-dialog.js';

const SHOWN = ['ALL', 'BEHIND', 'READY', 'DONE'] as const;
type Shown = (typeof SHOWN)[number];

/** Where each of a cohort stands: a state per achievement, and never what was handed in. */
export function BoardPage() {
  const { t } = useTranslation('cohorts');
  const { id = '' } = useParams();
  const [word] = useAddress('shown');
  const shown = SHOWN.find((each) => each === word) ?? 'ALL';
  const { data, previousData, error, refetch, fetchMore } = useQuery(BOARD, {
    variables: { id, shown },
    fetchPolicy: 'cache-and-network',
  });
  const cohort = (data ?? previousData)?.cohort;
  const more = (after?: string | null) => fetchMore({ variables: { after } });
  if (cohort?.members) return <Shown of={cohort} shown={shown} onMore={more} />;
  return (
    <Page title={t('title')}>
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows />}
      {data && (
        <EmptyState alone title={t('gone.title')} act={<LinkButton to="/programme/cohorts">{t('title')}</LinkButton>}>
          {t('gone.body')}
        </EmptyState>
      )}
    </Page>
  );
}

function Shown({ of, shown, onMore }: { of: Board; shown: Shown; onMore: ComponentProps<typeof ShowMore>['onMore'] }) {
  const { t } = useTranslation('cohorts');
  const { date, number } = useFormat();
  const { may } = useViewer();
  const [, show] = useAddress('shown');
  const [dialog, setDialog] = useAddress('dialog');
  const columns = useMemberColumns(of);
  const members = of.members?.edges.map(({ node }) => node) ?? [];
  const waits = of.progress?.flatMap(({ counts }) => counts).filter(({ state }) => state === 'READY') ?? [];
  const ready = waits.reduce((sum, { count }) => sum + count, 0);
  const people = of.sums?.people ?? 0;
  const earned = `${number(of.sums?.earned ?? 0)} / ${number(of.sums?.places ?? 0)}`;
  // Everybody, each with a state per achievement: the rows of every figure here.
  const below = '#members';
  return (
    <Page title={`${of.name}, ${of.programme?.name ?? ''}`} record={of.id}>
      <PageHeader
        title={of.name}
        above={<TextLink to="/programme/cohorts">{of.programme?.name ?? t('title')}</TextLink>}
        below={[
          `${date(of.startsOn)} – ${date(of.endsOn)}`,
          of.closedAt && t('cohort.closedOn', { date: date(of.closedAt) }),
          !of.closedAt && of.remindAt && t('reminders.next', { date: date(of.remindAt) }),
        ]
          .filter(Boolean)
          .join('. ')}
        aside={
          <>
            <Figure value={<OpenNumber count={people} to={below} label={t('board.people', { count: people })} />}>
              {t('board.people', { count: people })}
            </Figure>
            <Figure
              value={
                <OpenWords count={of.sums?.places ?? 0} to={below} label={`${earned} ${t('board.earned')}`}>
                  {earned}
                </OpenWords>
              }
            >
              {t('board.earned')}
            </Figure>
          </>
        }
        acts={<BoardActs of={of} onDialog={setDialog} />}
      />
      {ready > 0 && (
        <div className={styles.note}>
          <Note>
            {t('board.ready', { count: ready })}{' '}
            {may('assessment.lead') ? (
              <TextLink to="/reviews/release">{t('board.release')}</TextLink>
            ) : (
              t('board.leadsRelease')
            )}
          </Note>
        </div>
      )}
      <BoardProgress of={of} to={below} />
      <FilterBar>
        {SHOWN.map((each) => (
          // t('cohorts:shown.ALL') t('cohorts:shown.BEHIND') t('cohorts:shown.READY') t('cohorts:shown.DONE')
          <FilterToggle key={each} active={each === shown} onToggle={() => show(each === 'ALL' ? '' : each)}>
            {t(`shown.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      <div className={styles.list} id="members">
        <DataTable
          label={t('board.label')}
          columns={columns}
          rows={members}
          rowId={(row) => row.id}
          empty={
            shown === 'ALL' ? (
              <EmptyState title={t('board.empty')}>{t('board.emptyBody')}</EmptyState>
            ) : (
              <FilteredState filters={1} without={of.sums?.people} onClear={() => show('')} />
            )
          }
        />
        <ShowMore className={styles.more} list={of.members} onMore={onMore} />
      </div>
      {dialog === 'enrol' && <EnrolDialog cohortId={of.id} onClose={() => setDialog('')} />}
      {dialog === 'remind' && <RemindDialog of={of} onClose={() => setDialog('')} />}
      {dialog === 'reminders' && <RemindersDialog of={of} onClose={() => setDialog('')} />}
      {dialog === 'edit' && <CohortDialog of={of} onClose={() => setDialog('')} />}
    </Page>
  );
}
