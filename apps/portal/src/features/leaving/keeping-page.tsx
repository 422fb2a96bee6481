import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { ErrorState, LoadingRows, Note, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useResultMutation } from '../../lib/result.js';
import { hasLeft, useViewer } from '../../lib/viewer.js';
import { ASK_ADDRESS, FORGET_ADDRESS, MY_ADDRESS } from './leaving.documents.js';
import styles from './leaving.module.css';

type Address = ResultOf<typeof MY_ADDRESS>['myPersonalAddress'];

/** What stays with oneself: where one is reached after leaving, and everything earned as one archive. */
export function KeepingPage() {
  const { t } = useTranslation('leaving');
  const { organisation, roles } = useViewer();
  const { data, error, refetch } = useQuery(MY_ADDRESS, { fetchPolicy: 'cache-and-network' });
  const evidence = !hasLeft({ roles }) || data?.leavingSetting.takesEvidence;
  // t('leaving:keeping.allBody') t('leaving:keeping.allBodyEvidence')
  return (
    <Page title={t('keeping.title')} width="reading">
      <PageHeader title={t('keeping.title')} below={t('keeping.lead', { organisation: organisation.name })} />
      <Section title={t('keeping.address')} voice="record">
        {error && !data && <ErrorState onRetry={() => void refetch()} />}
        {!data && !error && <LoadingRows rows={2} />}
        {data && <AddressForm key={data.myPersonalAddress.address} own={data.myPersonalAddress} />}
      </Section>
      <Section title={t('keeping.all')} voice="record">
        <p className={styles.text}>{t(evidence ? 'keeping.allBodyEvidence' : 'keeping.allBody')}</p>
        <a className={styles.download} href="/badges/bundle.zip" download="badges.zip">
          {t('keeping.download')}
        </a>
      </Section>
    </Page>
  );
}

function AddressForm({ own }: { own: Address }) {
  const { t } = useTranslation('leaving');
  const { date, dayAndTime } = useFormat();
  const toast = useToast();
  const [address, setAddress] = useState('');
  const refetch = ['MyPersonalAddress'];
  const [ask, asking] = useResultMutation(ASK_ADDRESS, { refetch });
  const [forget, forgetting] = useResultMutation(FORGET_ADDRESS, { refetch });
  const problem = asking.refusal?.__typename === 'InvalidInput' ? asking.refusal.problems[0]?.message : undefined;
  const send = async () => {
    const { ok } = await ask({ address: address.trim() });
    if (!ok) return;
    setAddress('');
    toast(t('keeping.sent', { address: ok.waiting }));
  };
  const drop = async () => {
    const { ok } = await forget({});
    if (ok) toast(t('keeping.forgotten'));
  };
  // t('leaving:keeping.other') t('leaving:keeping.yours')
  return (
    <div className={styles.address}>
      <p className={styles.text}>
        {own.address
          ? t('keeping.proved', { address: own.address, date: own.provedAt ? date(own.provedAt) : '' })
          : t('keeping.none')}
      </p>
      {own.waiting && (
        <Note>
          {t('keeping.waiting', { address: own.waiting, until: own.waitingUntil ? dayAndTime(own.waitingUntil) : '' })}
        </Note>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim()) void send();
        }}
      >
        <TextInput
          type="email"
          autoComplete="email"
          label={t(own.address ? 'keeping.other' : 'keeping.yours')}
          description={t('keeping.hint')}
          value={address}
          error={problem}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {asking.refusal && !problem && <RefusalNote>{asking.refusal.message}</RefusalNote>}
        {(asking.failed || forgetting.failed) && <RefusalNote>{t('claim.failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={asking.loading} disabled={!address.trim()}>
            {t('keeping.send')}
          </Button>
          {(own.address || own.waiting) && (
            <Button busy={forgetting.loading} onClick={() => void drop()}>
              {t('keeping.forget')}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}
