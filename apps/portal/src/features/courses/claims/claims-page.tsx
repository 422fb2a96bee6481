import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import { Page, PageHeader } from '../../../components/page.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useAddress } from '../../../lib/use-address.js';
import styles from '../courses.module.css';
import { COMPLETION_CLAIMS, type ShownClaim } from './claims.documents.js';
import { DecideDialog } from './decide-dialog.js';

const STATES = ['OPEN', 'ACCEPTED', 'REFUSED'] as const;
const TONES = { OPEN: 'amber', ACCEPTED: 'green', REFUSED: 'red', WITHDRAWN: 'plain' } as const;

/** Courses that people say they finished, for those who keep the catalogue: what waits longest stands first. */
export function ClaimsPage() {
  const { t } = useTranslation('courses');
  const { date, dayAndTime } = useFormat();
  const [asked, ask] = useAddress('state');
  const [openId, open] = useAddress('claim');
  const state = STATES.find((each) => each === asked) ?? 'OPEN';
  const { data, previousData, error, refetch, fetchMore } = useQuery(COMPLETION_CLAIMS, {
    variables: { state },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.completionClaims;
  const rows = list?.edges.map(({ node }) => node);
  const shown = rows?.find(({ id }) => id === openId);
  const next = rows?.find(({ id, viewerCan }) => id !== openId && viewerCan.includes('decide'));
  // t('courses:claims.state.OPEN') t('courses:claims.state.ACCEPTED') t('courses:claims.state.REFUSED') t('courses:claims.state.WITHDRAWN')
  // t('courses:claims.noneBody.OPEN') t('courses:claims.noneBody.ACCEPTED') t('courses:claims.noneBody.REFUSED')
  return (
    <Page title={t('claims.title')}>
      <PageHeader
        title={t('claims.title')}
        above={<TextLink to="/programme/courses">{t('title')}</TextLink>}
        below={t('claims.below')}
        acts={
          <SegmentedChoice
            label={t('claims.which')}
            options={STATES.map((value) => ({ value, label: t(`claims.state.${value}`) }))}
            value={state}
            onChange={(value) => ask(value === 'OPEN' ? '' : value)}
          />
        }
      />
      <div className={styles.list}>
        <DataTable
          label={t('claims.title')}
          rows={rows}
          rowId={(row) => row.id}
          selectedId={openId || null}
          onOpen={(row) => open(row.id)}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={<EmptyState title={t('claims.none')}>{t(`claims.noneBody.${state}`)}</EmptyState>}
          columns={[
            {
              id: 'person',
              head: t('completion.person'),
              phone: true,
              cell: (row) => (
                <button type="button" className={styles.opens} onClick={() => open(row.id)}>
                  {row.person.displayName}
                </button>
              ),
            },
            { id: 'course', head: t('column.title'), phone: true, cell: (row) => row.course.title },
            { id: 'day', head: t('completion.day'), width: 140, cell: (row) => date(row.completedOn) },
            { id: 'proof', head: t('claim.proof'), cell: (row) => row.proof.title },
            { id: 'said', head: t('claims.said'), width: 170, cell: (row) => dayAndTime(row.claimedAt) },
            { id: 'state', head: t('column.state'), width: 180, cell: (row) => <Stands claim={row} /> },
          ]}
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { state, after } })} />
      </div>
      {shown && (
        <DecideDialog key={shown.id} claim={shown} onClose={() => open('')} onDecided={() => open(next?.id ?? '')} />
      )}
    </Page>
  );
}

function Stands({ claim }: { claim: ShownClaim }) {
  const { t } = useTranslation('courses');
  return (
    <span className={styles.title}>
      <StatusWord tone={TONES[claim.state]}>{t(`claims.state.${claim.state}`)}</StatusWord>
      {claim.decidedBy && <small>{t('claims.by', { name: claim.decidedBy.displayName })}</small>}
    </span>
  );
}
