import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import { ADD_SCIM_CLIENT } from './provisioning.documents.js';
import styles from './provisioning.module.css';
import type { Secret } from './secret-dialog.js';

interface Props {
  onAdded: (secret: Secret, clientId: string) => void;
  onClose: () => void;
}

export function AddClientDialog({ onAdded, onClose }: Props) {
  const { t } = useTranslation('provisioning');
  const [name, setName] = useState('');
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_SCIM_CLIENT, { refetch: ['ScimClients'] });
  const send = async () => {
    const { ok } = await add({ name: name.trim() });
    if (ok)
      onAdded(
        { words: ok.secret, expiresAt: ok.token.expiresAt, baseUrl: ok.client.baseUrl, name: ok.client.name },
        ok.client.id,
      );
  };
  return (
    <Modal opened onClose={onClose} title={t('add.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void send();
        }}
      >
        <p>{t('add.body')}</p>
        <TextInput
          label={t('add.name')}
          description={t('add.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refusal?.message}
          maxLength={100}
          required
          data-autofocus
        />
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!name.trim()}>
            {t('add.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
