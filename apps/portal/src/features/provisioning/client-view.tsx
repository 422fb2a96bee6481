import { Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Figure } from '../../components/key-values.js';
import { Section } from '../../components/page.js';
import { SeenLink } from '../../components/seen-link.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { CopyField } from './copy-field.js';
import { GroupsSection } from './groups-section.js';
import { CHANGE_SCIM_CLIENT, type Client, REMOVE_SCIM_CLIENT } from './provisioning.documents.js';
import styles from './provisioning.module.css';
import { RequestsSection } from './requests-section.js';
import type { Secret } from './secret-dialog.js';
import { TokensSection } from './tokens-section.js';

/** One directory: what it is told, what it gets in with, what its groups give, and what it did last. */
export function ClientView({ client, onSecret }: { client: Client; onSecret: (secret: Secret) => void }) {
  const { t } = useTranslation('provisioning');
  const { date } = useFormat();
  const by = client.createdBy?.displayName;
  return (
    <div className={styles.client}>
      <Section
        title={client.name}
        voice="record"
        aside={<Figure value={client.userCount}>{t('users', { count: client.userCount })}</Figure>}
      >
        <p className={styles.since}>
          {by ? t('sinceBy', { on: date(client.createdAt), by }) : t('since', { on: date(client.createdAt) })}
        </p>
        <CopyField label={t('baseUrl')} words={client.baseUrl} />
        <Employment client={client} />
      </Section>
      <TokensSection client={client} onSecret={onSecret} />
      <GroupsSection client={client} />
      <RequestsSection clientId={client.id} />
      <Removal client={client} />
      <SeenLink record={client.id} />
    </div>
  );
}

function Employment({ client }: { client: Client }) {
  const { t } = useTranslation('provisioning');
  const toast = useToast();
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_SCIM_CLIENT);
  const turn = async (managesEmployment: boolean) => {
    const { ok } = await change({ id: client.id, managesEmployment });
    if (ok) toast(managesEmployment ? t('employment.on') : t('employment.off'));
  };
  return (
    <div className={styles.setting}>
      <Switch
        label={t('employment.label')}
        description={client.managesEmployment ? t('employment.followed') : t('employment.kept')}
        checked={client.managesEmployment}
        disabled={loading || !client.viewerCan.includes('change')}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </div>
  );
}

function Removal({ client }: { client: Client }) {
  const { t } = useTranslation('provisioning');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [remove, { loading, refusal, failed }] = useResultMutation(REMOVE_SCIM_CLIENT, { refetch: ['ScimClients'] });
  if (!client.viewerCan.includes('change')) return null;
  const send = async (reason: string) => {
    const { ok } = await remove({ id: client.id, reason });
    if (!ok) return;
    setOpen(false);
    toast(t('remove.done', { name: client.name }));
  };
  return (
    <div className={styles.removal}>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t('remove.act', { name: client.name })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('remove.title', { name: client.name })}
        act={t('remove.confirm')}
        danger
        busy={loading}
        reasonLabel={t('remove.reason')}
        refusal={refusal?.message ?? (failed ? t('failed') : null)}
        onConfirm={(reason) => void send(reason)}
        onClose={() => setOpen(false)}
      >
        {t('remove.body', { count: client.userCount })}
      </ConfirmDialog>
    </div>
  );
}
