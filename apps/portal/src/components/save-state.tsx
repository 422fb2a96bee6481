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
      <output className={styles.failed}>
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        {t('save.failed')} {saving.kept}
      </output>
    );
  if (saving.state === 'saving')
    return (
      <output className={styles.saving}>
        <IconCloudUp size={16} stroke={1.6} aria-hidden />
        {t('save.saving')}
      </output>
    );
  if (!saving.at) return null;
  const time = new Intl.DateTimeFormat(i18n.language.startsWith('en') ? 'en-GB' : i18n.language, {
    timeStyle: 'short',
  });
  return (
    <output className={styles.saved}>
      <IconCloudCheck size={16} stroke={1.6} aria-hidden />
      {t('save.saved', { time: time.format(new Date(saving.at)) })}
    </output>
  );
}
