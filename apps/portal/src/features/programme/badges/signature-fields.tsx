import { TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import type { CertificateInput } from './certificate.documents.js';
import styles from './studio.module.css';

interface Props {
  value: CertificateInput['signatures'];
  onChange: (signatures: CertificateInput['signatures']) => void;
}

const MOST = 3;

/** Who signs: names and what they are, three at most. */
export function SignatureFields({ value, onChange }: Props) {
  const { t } = useTranslation('studio');
  const set = (at: number, change: Partial<CertificateInput['signatures'][number]>) =>
    onChange(value.map((each, nth) => (nth === at ? { ...each, ...change } : each)));
  return (
    <fieldset className={styles.fonts}>
      <legend>{t('signatures.title')}</legend>
      {value.map(({ name, role }, nth) => (
        // Two names may be alike; their place tells them apart.
        <div key={nth} className={styles.signature}>
          <TextInput
            label={t('signatures.name', { number: nth + 1 })}
            value={name}
            dir="auto"
            onChange={({ target }) => set(nth, { name: target.value })}
          />
          <TextInput
            label={t('signatures.role')}
            value={role}
            dir="auto"
            onChange={({ target }) => set(nth, { role: target.value })}
          />
          <IconButton
            label={t('signatures.remove', { number: nth + 1 })}
            onClick={() => onChange(value.filter((_, each) => each !== nth))}
          >
            <IconTrash size={16} stroke={1.6} />
          </IconButton>
        </div>
      ))}
      {value.length < MOST && (
        <Button
          size="small"
          icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => onChange([...value, { name: '', role: '' }])}
        >
          {t('signatures.add')}
        </Button>
      )}
    </fieldset>
  );
}
