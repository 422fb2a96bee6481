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

interface Props {
  /** A token that a directory provisions with, or a key that a system has badges checked with. */
  of: 'token' | 'key';
  secret: Secret;
  onClose: () => void;
}

/** The one time a secret is told. It stays open until somebody says that it is kept: there is no second look. */
export function SecretDialog({ of, secret, onClose }: Props) {
  const { t } = useTranslation('provisioning');
  const { date } = useFormat();
  const [kept, setKept] = useState(false);
  // t('provisioning:secret.token.title') t('provisioning:secret.token.address') t('provisioning:secret.token.name')
  // t('provisioning:secret.token.once') t('provisioning:secret.token.kept')
  // t('provisioning:secret.key.title') t('provisioning:secret.key.address') t('provisioning:secret.key.name')
  // t('provisioning:secret.key.once') t('provisioning:secret.key.kept')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`secret.${of}.title`, { name: secret.name })}
      size={600}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={styles.form}>
        <CopyField label={t(`secret.${of}.address`)} words={secret.baseUrl} />
        <CopyField label={t(`secret.${of}.name`)} words={secret.words} focus />
        <Note tone="amber">{t(`secret.${of}.once`, { on: date(secret.expiresAt) })}</Note>
        <Checkbox
          label={t(`secret.${of}.kept`)}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <div className={styles.acts}>
          <Button variant="primary" disabled={!kept} onClick={onClose}>
            {t('secret.done')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
