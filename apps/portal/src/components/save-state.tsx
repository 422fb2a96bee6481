import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './save-state.module.css';

export type Saving =
  | { state: 'saved'; at: Date | string | null }
  | { state: 'saving' }
  | { state: 'failed'; kept: string };

/** One place per screen says whether the work is safe. */
export function SaveState({ saving }: { saving: Saving }) {
  const { t, i18n } = useTranslation('kit');
  if (saving.state === 'failed')
    return (
      <span className={styles.failed} role="status">
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        {t('save.failed')} {saving.kept}
      </span>
    );
  if (saving.state === 'saving')
    return (
      <span className={styles.saving} role="status">
        <IconCloudUp size={16} stroke={1.6} aria-hidden />
        {t('save.saving')}
      </span>
    );
  if (!saving.at) return null;
  const time = new Intl.DateTimeFormat(i18n.language.startsWith('en') ? 'en-GB' : i18n.language, {
    timeStyle: 'short',
  });
  return (
    <span className={styles.saved} role="status">
      <IconCloudCheck size={16} stroke={1.6} aria-hidden />
      {t('save.saved', { time: time.format(new Date(saving.at)) })}
    </span>
  );
}
