import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import styles from './cohorts.module.css';

interface Props {
  act: string;
  onClose: () => void;
  busy: boolean;
  disabled?: boolean;
  refusal: { message: string } | null;
  failed: Error | null;
}

/** The foot of a form in a dialog: what was refused, and the two ways on. */
export function FormActs({ act, onClose, busy, disabled, refusal, failed }: Props) {
  const { t } = useTranslation('cohorts');
  return (
    <>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      <div className={styles.formActs}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" busy={busy} disabled={disabled}>
          {act}
        </Button>
      </div>
    </>
  );
}
