import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { OpenNumber } from '../../components/open-number.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { NameLink, TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { useAddress } from '../../lib/use-address.js';
import { CohortDialog } from './cohort-dialog.js';
import { type CohortRow, END_PROGRAMME, type Programme, PROGRAMMES } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { ProgrammeDialog } from './programme-dialog.js';

/** Programmes, and the cohorts of each. */
export function ProgrammesPage() {
  const { t } = useTranslation('cohorts');
  const [shown, show] = useAddress('shown');
  const [dialog, setDialog] = useAddress('dialog');
  const ended = shown === 'ended';
  const { data, previousData, error, refetch, fetchMore } = useQuery(PROGRAMMES, { variables: { ended } });
  const list = (data ?? previousData)?.programmes;
  const programmes = list?.edges.map(({ node }) => node) ?? [];
  const [act, id = ''] = dialog.split('.');
  const open = programmes.find((each) => each.id === id);
  const close = () => setDialog('');
  // t('cohorts:empty.title') t('cohorts:empty.ended')
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={t('below')}
        acts={
          <Button variant="primary" size="large" onClick={() => setDialog('programme')}>
            {t('programme.create')}
          </Button>
        }
      />
      <FilterBar>
        <FilterToggle active={!ended} onToggle={() => show('')}>
          {t('run')}
        </FilterToggle>
        <FilterToggle active={ended} onToggle={() => show('ended')}>
          {t('ended')}
        </FilterToggle>
      </FilterBar>
      <div className={styles.page}>
        {error && !list && <ErrorState onRetry={() => void refetch()} />}
        {!error && !list && <LoadingRows rows={6} />}
        {list && programmes.length === 0 && (
          <EmptyState title={t(ended ? 'empty.ended' : 'empty.title')}>{!ended && t('empty.body')}</EmptyState>
        )}
        {programmes.map((each) => (
          <One key={each.id} of={each} onDialog={(what) => setDialog(`${what}.${each.id}`)} />
        ))}
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
      {dialog === 'programme' && <ProgrammeDialog onClose={close} />}
      {act === 'edit' && open && <ProgrammeDialog of={open} onClose={close} />}
      {act === 'cohort' && open && <CohortDialog programmeId={open.id} onClose={close} />}
    </Page>
  );
}

function One({ of, onDialog }: { of: Programme; onDialog: (what: 'edit' | 'cohort') => void }) {
  const { t } = useTranslation('cohorts');
  const navigate = useNavigate();
  const columns = useColumns();
  const [end, { loading }] = useResultMutation(END_PROGRAMME, { refetch: ['Programmes'] });
  // t('cohorts:programme.resume') t('cohorts:programme.end')
  return (
    <Section
      title={of.name}
      voice="record"
      aside={
        <span className={styles.acts}>
          <Button variant="quiet" onClick={() => onDialog('edit')}>
            {t('programme.edit')}
          </Button>
          <Button variant="quiet" busy={loading} onClick={() => void end({ id: of.id, ended: !of.endedAt })}>
            {t(of.endedAt ? 'programme.resume' : 'programme.end')}
          </Button>
          {!of.endedAt && <Button onClick={() => onDialog('cohort')}>{t('cohort.create')}</Button>}
        </span>
      }
    >
      <p className={styles.lead}>
        {of.summary} {of.lead && t('programme.lead', { name: of.lead.displayName })}
      </p>
      <p className={styles.earned}>{of.achievements.map(({ name }) => name).join(' · ')}</p>
      <DataTable
        label={t('programme.cohorts', { name: of.name })}
        columns={columns}
        rows={of.cohorts}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/programme/cohorts/${row.id}`)}
        keys={false}
        empty={<p className={styles.none}>{t('programme.noCohort')}</p>}
      />
    </Section>
  );
}

function useColumns(): Column<CohortRow>[] {
  const { t } = useTranslation('cohorts');
  const { date, number } = useFormat();
  // t('cohorts:cohort.closed') t('cohorts:cohort.open')
  return [
    {
      id: 'name',
      head: t('columns.cohort'),
      phone: true,
      cell: (row) => <NameLink to={`/programme/cohorts/${row.id}`}>{row.name}</NameLink>,
    },
    { id: 'dates', head: t('columns.dates'), width: 220, cell: (row) => `${date(row.startsOn)} – ${date(row.endsOn)}` },
    {
      id: 'people',
      head: t('columns.people'),
      align: 'end',
      width: 90,
      cell: (row) => (
        <OpenNumber
          count={row.sums?.people ?? 0}
          to={`/programme/cohorts/${row.id}`}
          label={`${row.name}, ${t('columns.people')}`}
        />
      ),
    },
    {
      id: 'earned',
      head: t('columns.earned'),
      align: 'end',
      phone: true,
      width: 120,
      cell: (row) => {
        const words = t('columns.of', { count: row.sums?.earned ?? 0, all: number(row.sums?.places ?? 0) });
        if (!row.sums?.places) return words;
        return (
          <TextLink
            to={`/programme/cohorts/${row.id}`}
            aria-label={t('columns.opens', { name: row.name, what: t('columns.earned'), words })}
          >
            {words}
          </TextLink>
        );
      },
    },
    {
      id: 'state',
      head: t('columns.state'),
      width: 100,
      cell: (row) => t(row.closedAt ? 'cohort.closed' : 'cohort.open'),
    },
  ];
}
