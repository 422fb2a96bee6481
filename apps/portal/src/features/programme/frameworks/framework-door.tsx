import { Checkbox } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { FRAMEWORKS_OPEN, OPEN_FRAMEWORKS } from './framework-door.documents.js';
import type { Framework } from './framework.documents.js';
import styles from './framework-door.module.css';

/** Where other systems read this framework, and whether they must be let in first. */
export function FrameworkDoor({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const { may } = useViewer();
  const toast = useToast();
  const { data } = useQuery(FRAMEWORKS_OPEN);
  const [open, { loading }] = useResultMutation(OPEN_FRAMEWORKS, { refetch: ['FrameworksOpen'] });
  if (framework.state === 'DRAFT' || !data) return null;
  const address = `${window.location.origin}/ims/case/v1p1/CFPackages/${framework.id}`;
  const decide = async (wanted: boolean) => {
    const { ok, refusal } = await open({ open: wanted });
    if (!ok) toast(refusal?.message ?? t('unreachable'));
  };
  return (
    <section className={styles.door} aria-labelledby="framework-door">
      <h2 id="framework-door">{t('door.title')}</h2>
      <p>{t('door.about')}</p>
      <p>
        <code>{address}</code>
      </p>
      <p>{framework.restricted ? t('door.restricted') : data.frameworksOpen ? t('door.open') : t('door.closed')}</p>
      {may('access.configure') && (
        <Checkbox
          label={t('door.decide')}
          description={t('door.decideHint')}
          checked={data.frameworksOpen}
          disabled={loading}
          onChange={(event) => void decide(event.currentTarget.checked)}
        />
      )}
    </section>
  );
}
