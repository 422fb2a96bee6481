import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader, Section } from '../../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useViewer } from '../../lib/viewer.js';
import { Erasures } from './erasures.js';
import { CHANGE_LEAVING_SETTING, LEAVING_SETTING } from './leaving.documents.js';
import styles from './leaving.module.css';

/** What whoever leaves takes along, for the whole organisation. */
export function LeavingPage() {
  const { t } = useTranslation('leaving');
  const { may } = useViewer();
  const { data, error, refetch } = useQuery(LEAVING_SETTING);
  return (
    <Page title={t('setting.title')} width="reading">
      <PageHeader title={t('setting.title')} below={t('setting.lead')} />
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={2} />}
      {data && <TakesEvidence takes={data.leavingSetting.takesEvidence} />}
      {may('people.manage') && <Erasures />}
    </Page>
  );
}

function TakesEvidence({ takes }: { takes: boolean }) {
  const { t } = useTranslation('leaving');
  const toast = useToast();
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_LEAVING_SETTING, {
    refetch: ['LeavingSetting'],
  });
  const set = async (takesEvidence: boolean) => {
    const { ok } = await change({ takesEvidence });
    if (ok)
      toast(t(takesEvidence ? 'setting.takes' : 'setting.stays'), {
        undo: () => void change({ takesEvidence: takes }),
      });
  };
  // t('leaving:setting.takes') t('leaving:setting.stays')
  return (
    <Section title={t('setting.bundle')} voice="record">
      <div className={styles.address}>
        <Checkbox
          label={t('setting.evidence')}
          description={t('setting.evidenceHint')}
          checked={takes}
          disabled={loading}
          onChange={(event) => void set(event.currentTarget.checked)}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('claim.failed')}</RefusalNote>}
      </div>
    </Section>
  );
}
