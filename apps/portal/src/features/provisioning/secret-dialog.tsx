import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Note } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { CopyField } from './copy-field.js';
import styles from './provisioning.module.css';

export interface Secret {
  words: string;
  expiresAt: string;
  baseUrl: string;
  name: string;
}

/** The one time a token is told. It stays open until somebody says that it is kept: there is no second look. */
export function SecretDialog({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const { date } = useFormat();
  const [kept, setKept] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('secret.title', { name: secret.name })}
      size={600}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={styles.form}>
        <CopyField label={t('baseUrl')} words={secret.baseUrl} />
        <CopyField label={t('secret.token')} words={secret.words} focus />
        <Note tone="amber">{t('secret.once', { on: date(secret.expiresAt) })}</Note>
        <Checkbox label={t('secret.kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
        <div className={styles.acts}>
          <Button variant="primary" disabled={!kept} onClick={onClose}>
            {t('secret.done')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
