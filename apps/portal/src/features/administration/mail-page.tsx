import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { StatusWord, type Tone } from '../../components/chip.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { Figure } from '../../components/key-values.js';
import { OpenNumber } from '../../components/open-number.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, RefusalNote } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './administration-layout.module.css';
import { DigestTimeAct } from './digest-time-act.js';
import table from './issuance-page.module.css';
import { type ListedMail, MAILS, SEND_MAIL_AGAIN, SEND_TEST_MAIL } from './mail.documents.js';

type MailState = ListedMail['state'];
const STATES: readonly MailState[] = ['WAITING', 'FAILED', 'SENT'];

// Sending takes a moment; who watches sees it happen.
const LOOK_AGAIN = 4_000;

/** Whether mail leaves, and what does not. Nobody reads here what letters say. */
export function MailPage() {
  const { t } = useTranslation('administration');
  const [params, setParams] = useSearchParams();
  const state = STATES.find((each) => each === params.get('state')) ?? null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(MAILS, {
    variables: { state },
    pollInterval: LOOK_AGAIN,
  });
  const shown = data ?? previousData;
  const delivery = shown?.mailDelivery;
  // t('administration:mailState.WAITING') t('administration:mailState.FAILED') t('administration:mailState.SENT')
  return (
    <Page title={t('mail.title')}>
      <PageHeader
        title={t('mail.title')}
        below={delivery && <Whereto delivery={delivery} />}
        aside={
          delivery && (
            <>
              <Figure value={<OpenNumber count={delivery.waiting} to="?state=WAITING" label={t('mail.waiting')} />}>
                {t('mail.waiting')}
              </Figure>
              <Figure value={<OpenNumber count={delivery.failed} to="?state=FAILED" label={t('mail.failed')} />}>
                {t('mail.failed')}
              </Figure>
            </>
          )
        }
        acts={
          <>
            <DigestTimeAct />
            {delivery?.isSetUp && <TestAct />}
          </>
        }
      />
      <FilterBar>
        {STATES.map((each) => (
          <FilterToggle
            key={each}
            active={each === state}
            onToggle={() => setParams(each === state ? {} : { state: each }, { replace: true })}
          >
            {t(`mailState.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      <div className={styles.list}>
        <DataTable
          label={t('mail.title')}
          columns={useColumns()}
          rows={shown?.mails.edges.map((edge) => edge.node)}
          rowId={(mail) => mail.id}
          keys={false}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState
                title={state ? t('mail.noneInState') : t('mail.empty')}
                act={state && <Button onClick={() => setParams({}, { replace: true })}>{t('mail.showAll')}</Button>}
              >
                {t('mail.emptyBody')}
              </EmptyState>
            </div>
          }
        />
        <ShowMore
          className={styles.more}
          list={shown?.mails}
          onMore={(after) => fetchMore({ variables: { state, after } })}
        />
      </div>
    </Page>
  );
}

function Whereto({ delivery }: { delivery: { isSetUp: boolean; keptAsFiles: boolean; from: string | null } }) {
  const { t } = useTranslation('administration');
  if (!delivery.isSetUp) return <>{t('mail.notSetUp')}</>;
  if (delivery.keptAsFiles) return <>{t('mail.keptAsFiles')}</>;
  return <>{t('mail.from', { from: delivery.from })}</>;
}

function TestAct() {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const [send, { loading, refusal, failed }] = useResultMutation(SEND_TEST_MAIL, { refetch: ['Mails'] });
  const test = async () => {
    const { ok } = await send({});
    if (ok) toast(t('mail.tested', { address: ok.toAddress }));
  };
  return (
    <>
      <Button busy={loading} onClick={() => void test()}>
        {t('mail.test')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('mail.unreached')}</RefusalNote>}
    </>
  );
}

const TONES: Record<MailState, Tone> = { WAITING: 'amber', FAILED: 'red', SENT: 'green' };

function useColumns(): Column<ListedMail>[] {
  const { t } = useTranslation('administration');
  const { dayAndTime } = useFormat();
  // t('administration:mailKind.NOTIFICATIONS') t('administration:mailKind.TEST') t('administration:mailKind.WITNESS_ASKED')
  // t('administration:mailKind.ATTESTATION_ASKED')
  return [
    {
      id: 'state',
      head: t('mail.state'),
      phone: true,
      width: 130,
      cell: ({ state }) => <StatusWord tone={TONES[state]}>{t(`mailState.${state}`)}</StatusWord>,
    },
    {
      id: 'to',
      head: t('mail.to'),
      phone: true,
      cell: ({ toAddress, problem }) => (
        <>
          {toAddress}
          {problem && <span className={table.below}>{problem}</span>}
        </>
      ),
    },
    { id: 'kind', head: t('mail.kind'), cell: ({ kind }) => t(`mailKind.${kind}`, { defaultValue: kind }) },
    { id: 'written', head: t('mail.written'), cell: ({ createdAt }) => dayAndTime(createdAt) },
    { id: 'tries', head: t('mail.tries'), align: 'end', cell: ({ attempts }) => attempts },
    {
      id: 'problem',
      head: t('mail.problem'),
      width: '28%',
      cell: ({ problem }) => <span className={table.reason}>{problem}</span>,
    },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('mail.again')}</span>,
      phone: true,
      align: 'end',
      cell: (mail) => <Again mail={mail} />,
    },
  ];
}

function Again({ mail }: { mail: ListedMail }) {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const [send, { loading, refusal, failed }] = useResultMutation(SEND_MAIL_AGAIN, { refetch: ['Mails'] });
  if (!mail.viewerCan.includes('again')) return null;
  const again = async () => {
    const { ok } = await send({ id: mail.id });
    if (ok) toast(t('mail.tried', { address: mail.toAddress }));
  };
  return (
    <>
      <Button size="small" busy={loading} onClick={() => void again()}>
        {t('mail.again')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('mail.unreached')}</RefusalNote>}
    </>
  );
}
