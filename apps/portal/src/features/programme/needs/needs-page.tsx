import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { OpenNumber } from '../../../components/open-number.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import { useViewer } from '../../../lib/viewer.js';
import { FRAMEWORKS } from '../home/programme-home.documents.js';
import { type Need, SKILL_NEEDS } from './needs.documents.js';
import { NeedNotes } from './need-notes.js';
import { toldNeed } from './told-range.js';
import styles from './needs.module.css';

const ORDERS = ['GAP', 'PEOPLE', 'LEVELS', 'NAME'] as const;
const PROOFS = ['NONE', 'DRAFT', 'PUBLISHED'] as const;
type Order = (typeof ORDERS)[number];
const oneOf = <Word extends string>(words: readonly Word[], word: string): Word | null =>
  words.find((each) => each === word) ?? null;

/** Which skills the business needs, before anybody designs for them. */
export function NeedsPage() {
  const { t } = useTranslation('needs');
  const location = useLocation();
  const { search, typed, type } = useSearchWords();
  const [orderWord, setOrder] = useAddress('order');
  const [proofWord, setProof] = useAddress('proof');
  const [notedWord, setNoted] = useAddress('noted');
  const [frameworkId, setFramework] = useAddress('framework');
  const order = oneOf(ORDERS, orderWord) ?? 'GAP';
  const proof = oneOf(PROOFS, proofWord);
  const noted = notedWord === 'yes';
  const filter = { search: search || null, frameworkId: frameworkId || null, proof, noted: noted || null, order };
  const { data, previousData, error, refetch, fetchMore } = useQuery(SKILL_NEEDS, { variables: filter });
  const frameworks = useQuery(FRAMEWORKS).data?.frameworks.filter(({ state }) => state === 'PUBLISHED') ?? [];
  const list = (data ?? previousData)?.skillNeeds;
  const filters = [search, proof, noted, frameworkId].filter(Boolean).length;
  const sort = (by: Order, direction: 'ascending' | 'descending') => ({
    direction: order === by ? direction : null,
    toggle: () => setOrder(by === 'GAP' ? '' : by),
  });
  const columns: Column<Need>[] = [
    {
      id: 'name',
      head: t('columns.skill'),
      phone: true,
      sort: sort('NAME', 'ascending'),
      cell: (row) => (
        <>
          <NameLink to={`/programme/skills/${row.skillId}`}>{row.name}</NameLink>
          <small className={styles.origin}>{row.framework}</small>
        </>
      ),
    },
    {
      id: 'levels',
      head: t('columns.levels'),
      width: 90,
      align: 'end',
      sort: sort('LEVELS', 'descending'),
      cell: (row) => <Opening need={row} rows="SKILL_LEVELS" count={row.levels} label={t('columns.levels')} />,
    },
    {
      id: 'people',
      head: t('columns.people'),
      width: 90,
      align: 'end',
      sort: sort('PEOPLE', 'descending'),
      cell: (row) => <Opening need={row} rows="SKILL_ASKED" count={toldNeed(row).people} label={t('columns.people')} />,
    },
    {
      id: 'met',
      head: t('columns.met'),
      width: 90,
      align: 'end',
      cell: (row) => <Opening need={row} rows="SKILL_MET" count={toldNeed(row).met} label={t('columns.met')} />,
    },
    {
      id: 'gap',
      head: t('columns.gap'),
      width: 70,
      align: 'end',
      phone: true,
      sort: sort('GAP', 'descending'),
      cell: (row) => (
        <b>
          <Opening need={row} rows="SKILL_GAP" count={toldNeed(row).gap} label={t('columns.gap')} />
        </b>
      ),
    },
    {
      id: 'proof',
      head: t('columns.proof'),
      width: 240,
      phone: true,
      cell: (row) => <Proof need={row} />,
    },
    {
      id: 'notes',
      head: t('columns.notes'),
      width: 70,
      align: 'end',
      cell: (row) =>
        row.notes > 0 && (
          <OpenNumber count={row.notes} to={`${location.search}#notes`} label={`${row.name}, ${t('columns.notes')}`} />
        ),
    },
  ];
  // t('needs:proof.NONE') t('needs:proof.DRAFT') t('needs:proof.PUBLISHED')
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={t('below')}
        acts={
          <a className={styles.export} href={exportOf(filter)} download>
            {t('export')}
          </a>
        }
      />
      <FilterBar end={<SearchBox label={t('search')} value={typed} onChange={type} />}>
        {PROOFS.map((each) => (
          <FilterToggle key={each} active={proof === each} onToggle={() => setProof(proof === each ? '' : each)}>
            {t(`proof.${each}`)}
          </FilterToggle>
        ))}
        <FilterToggle active={noted} onToggle={() => setNoted(noted ? '' : 'yes')}>
          {t('noted')}
        </FilterToggle>
        {frameworks.length > 1 && (
          <FilterMenu
            label={t('framework')}
            value={frameworkId || 'ALL'}
            options={[
              { value: 'ALL', label: t('all') },
              ...frameworks.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(id) => setFramework(id === 'ALL' ? '' : id)}
          />
        )}
      </FilterBar>
      <div className={styles.work}>
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.skillId}
          keys={false}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            filters > 0 ? (
              <FilteredState
                filters={filters}
                onClear={() => {
                  type('');
                  setProof('');
                  setNoted('');
                  setFramework('');
                }}
              />
            ) : (
              <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
            )
          }
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
        <p className={styles.who}>{t('who')}</p>
        <NeedNotes />
      </div>
    </Page>
  );
}

interface OpeningProps {
  need: Need;
  rows: string;
  count: number | { from: number; to: number };
  label: string;
}

/** A number that opens to the people behind it, for whoever may look them up. */
function Opening({ need, rows, count, label }: OpeningProps) {
  const { may } = useViewer();
  const asked = new URLSearchParams({ skill: need.skillId, name: need.name }).toString();
  const { range } = useFormat();
  if (typeof count !== 'number') return <>{range(count.from, count.to)}</>;
  // What roles ask is about nobody.
  const opens = may('insights.read') && (rows === 'SKILL_LEVELS' || may('people.read'));
  return (
    <OpenNumber count={count} to={opens ? `/insights/rows/${rows}?${asked}` : null} label={`${need.name}, ${label}`} />
  );
}

/** Whether something can be earned that proves it; where nothing can, the act that begins it. */
function Proof({ need }: { need: Need }) {
  const { t } = useTranslation('needs');
  if (need.proof === 'PUBLISHED') return <StatusWord tone="green">{t('proof.PUBLISHED')}</StatusWord>;
  if (need.proof === 'DRAFT') return <StatusWord tone="amber">{t('proof.DRAFT')}</StatusWord>;
  return (
    <TextLink to={`/programme?dialog=new&skill=${need.skillId}`} aria-label={t('designNamed', { name: need.name })}>
      {t('design')}
    </TextLink>
  );
}

function exportOf(filter: Record<string, string | boolean | null>): string {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return `/skill-needs/export.csv?${new URLSearchParams(asked as [string, string][]).toString()}`;
}
