import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { byWeight } from '../coverage.rules.js';
import { useGapWords } from '../gap-words.js';
import type { Gap } from '../submission.types.js';
import styles from './gaps-foot.module.css';

interface Props {
  gaps: readonly Gap[];
  maxAgeMonths: number | null;
  onFix: (gap: Gap) => void;
  onSend: () => void;
}

const SHOWN = 3;

/** What sending would stop at, each a way to where it is fixed; and the act itself. */
export function GapsFoot({ gaps, maxAgeMonths, onFix, onSend }: Props) {
  const { t } = useTranslation('submissions');
  const words = useGapWords(maxAgeMonths);
  const sorted = byWeight(gaps);
  const stoppers = sorted.filter((gap) => gap.blocking).length;
  return (
    <>
      <div className={styles.count}>
        <p>{stoppers > 0 ? t('foot.gaps', { count: stoppers }) : t('foot.ready')}</p>
        <span>{stoppers > 0 ? t('foot.kept') : t('foot.hints', { count: sorted.length })}</span>
      </div>
      <ul className={styles.gaps}>
        {sorted.slice(0, SHOWN).map((gap) => (
          <li key={`${gap.criterionId} ${gap.kind} ${gap.letter} ${gap.message}`}>
            <button type="button" onClick={() => onFix(gap)}>
              <b>{gap.number}</b> <span>{words(gap)}</span>
            </button>
          </li>
        ))}
        {sorted.length > SHOWN && <li className={styles.more}>{t('foot.more', { count: sorted.length - SHOWN })}</li>}
      </ul>
      <Button variant="primary" size="large" className={styles.send} onClick={onSend}>
        {t('foot.send')}
      </Button>
    </>
  );
}
