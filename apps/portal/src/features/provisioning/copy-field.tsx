import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import styles from './provisioning.module.css';

/** Words to take along, with the button that copies them. */
export function CopyField({ label, words, focus = false }: { label: string; words: string; focus?: boolean }) {
  const { t } = useTranslation('provisioning');
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => setCopied(true),
      // Without leave to copy, the words stand there to be chosen by hand.
      () => setCopied(false),
    );
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <div className={styles.copy}>
      <span className={styles.label}>{label}</span>
      <code>{words}</code>
      <Button
        icon={<Icon size={16} stroke={1.6} aria-hidden />}
        onClick={() => void copy()}
        data-autofocus={focus || undefined}
      >
        <span aria-live="polite">{copied ? t('copy.done') : t('copy.act')}</span>
        <span className="visually-hidden"> {label}</span>
      </Button>
    </div>
  );
}
