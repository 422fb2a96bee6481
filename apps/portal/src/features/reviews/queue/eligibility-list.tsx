import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SlotLook } from '../review.types.js';
import styles from './eligibility-list.module.css';

/** Why one may take it or may not, rule by rule, in the API's words. */
export function EligibilityList({ rules }: { rules: SlotLook['eligibility'] }) {
  const { t } = useTranslation('reviews');
  const may = rules.every((rule) => rule.ok);
  return (
    <section className={styles.rules}>
      <h3>{may ? t('panel.whyMay') : t('panel.whyNot')}</h3>
      <ul>
        {rules.map((rule) => (
          <li key={rule.rule} data-ok={rule.ok}>
            {rule.ok ? <IconCheck size={16} stroke={2} aria-hidden /> : <IconX size={16} stroke={2} aria-hidden />}
            <span>{rule.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
