import { seenWording } from '@assay/rubric';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import styles from './designer.module.css';

interface Props {
  outcomes: readonly string[];
  onChange: (outcomes: readonly string[]) => void;
}

/** For outcomes that begin with what nobody can see: the same with a verb that can be watched, taken by one act. */
export function BetterWording({ outcomes, onChange }: Props) {
  const { t } = useTranslation('programme');
  const offers = outcomes.flatMap((outcome, at) => {
    const words = seenWording(outcome);
    return words === null ? [] : [{ at, words }];
  });
  if (offers.length === 0) return null;
  const take = (at: number, words: string) => {
    onChange(outcomes.map((each, index) => (index === at ? words : each)));
    document.querySelector<HTMLElement>(`[data-field="outcomes.${at}"]`)?.focus();
  };
  return (
    <section className={styles.better} aria-label={t('better.title')}>
      <h3>{t('better.title')}</h3>
      <ul>
        {offers.map(({ at, words }) => (
          <li key={at}>
            <span>
              {at + 1}. {words}
            </span>
            <Button size="small" aria-label={t('better.useNamed', { words })} onClick={() => take(at, words)}>
              {t('better.use')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('better.hint')}</p>
    </section>
  );
}
