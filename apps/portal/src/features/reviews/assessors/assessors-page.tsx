import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { ShowMore } from '../../../components/show-more.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import styles from '../quality.module.css';
import { Done, Held } from '../load-numbers.js';
import { useOpensPlaces } from '../use-opens-places.js';
import { Applications } from './applications.js';
import { AssessorPanel } from './assessor-panel.js';
import { type Assessor, ASSESSORS } from './assessors.documents.js';
import { InviteDialog } from './invite-dialog.js';
import { STATES, StateWord } from './state-word.js';

/** Everybody who assesses: what they may, what they have in hand, how far they are trusted. */
export function AssessorsPage() {
  const { t } = useTranslation('quality');
  const opens = useOpensPlaces();
  const { search, typed, type } = useSearchWords();
  const [stateWord, setState] = useAddress('state');
  const [openId, setOpen] = useAddress('assessor');
  const [inviting, setInviting] = useState(false);
  const state = STATES.find((each) => each === stateWord) ?? null;
  const variables = { search: search || null, state };
  const { data, previousData, error, refetch, fetchMore } = useQuery(ASSESSORS, { variables });
  const list = (data ?? previousData)?.assessors;
  const rows = list?.edges.map(({ node }) => node);
  const open = rows?.find(({ personId }) => personId === openId);
  const columns: Column<Assessor>[] = [
    { id: 'name', head: t('assessors.name'), phone: true, width: 200, cell: (row) => row.person.displayName },
    {
      id: 'may',
      head: t('assessors.may'),
      cell: (row) => row.qualifications.map(({ achievement }) => achievement?.name ?? t('unpublished')).join(', '),
    },
    {
      id: 'state',
      head: t('assessors.state'),
      width: 170,
      phone: true,
      cell: (row) => <StateWord state={worst(row)} />,
    },
    {
      id: 'load',
      head: t('assessors.load'),
      width: 110,
      align: 'end',
      cell: (row) => <Held of={row} opens={opens} />,
    },
    { id: 'done', head: t('assessors.done'), width: 110, align: 'end', cell: (row) => <Done of={row} opens={opens} /> },
    { id: 'there', head: t('assessors.there'), width: 190, cell: (row) => <Presence assessor={row} /> },
  ];
  return (
    <Page title={t('assessors.title')}>
      <PageHeader
        title={t('assessors.title')}
        below={t('assessors.below')}
        acts={
          <Button variant="primary" onClick={() => setInviting(true)}>
            {t('invite.act')}
          </Button>
        }
      />
      <FilterBar end={<SearchBox label={t('assessors.search')} value={typed} onChange={type} />}>
        {STATES.map((each) => (
          <FilterToggle key={each} active={state === each} onToggle={() => setState(state === each ? '' : each)}>
            {t(`state.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      <div className={styles.work}>
        <Applications />
        <DataTable
          label={t('assessors.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.personId}
          selectedId={openId || null}
          onSelect={(row) => setOpen(row.personId)}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            search || state ? (
              <FilteredState
                filters={[search, state].filter(Boolean).length}
                onClear={() => {
                  type('');
                  setState('');
                }}
              />
            ) : (
              <EmptyState title={t('assessors.none')}>{t('assessors.noneBody')}</EmptyState>
            )
          }
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
        {open && <AssessorPanel key={open.personId} assessor={open} onClose={() => setOpen('')} />}
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

/** The state that asks for the most attention stands in the list. */
function worst({ qualifications }: Assessor) {
  return (['SUSPENDED', 'WATCH', 'PROVISIONAL', 'APPROVED'] as const).find((state) =>
    qualifications.some((each) => each.state === state),
  );
}

function Presence({ assessor }: { assessor: Assessor }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  if (!assessor.hasRole) return <StatusWord tone="amber">{t('assessors.noRole')}</StatusWord>;
  if (assessor.awayUntil) return <StatusWord>{t('assessors.away', { date: date(assessor.awayUntil) })}</StatusWord>;
  if (assessor.paused) return <StatusWord>{t('assessors.paused')}</StatusWord>;
  return null;
}
