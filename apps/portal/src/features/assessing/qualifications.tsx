import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { Section } from '../../components/page.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import styles from './assessing.module.css';
import type { AssessingData } from './assessing.documents.js';

const TONES = { PROVISIONAL: 'plain', APPROVED: 'green', WATCH: 'amber', SUSPENDED: 'red' } as const;

/** What one may assess, what that means now, and why. */
export function Qualifications({ qualifications }: { qualifications: AssessingData['qualifications'] }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  if (qualifications.length === 0)
    return (
      <Section title={t('assessing.may')}>
        <p className={styles.quiet}>{t('assessing.none')}</p>
      </Section>
    );
  return (
    <Section title={t('assessing.may')} aside={<TextLink to="/reviews/calibration">{t('calibration.title')}</TextLink>}>
      <ul className={styles.rows}>
        {qualifications.map(({ id, achievement, basis, since, validUntil, trainingCompletedOn, state, history }) => (
          <li key={id}>
            <div className={styles.line}>
              <span className={styles.name}>{achievement?.name ?? t('unpublished')}</span>
              <StatusWord tone={TONES[state]}>{t(`state.${state}`)}</StatusWord>
            </div>
            <p className={styles.facts}>
              <span>{t(`basis.${basis}`, { date: date(since) })}</span>
              <span>{validUntil ? t('assessors.until', { date: date(validUntil) }) : t('assessors.noEnd')}</span>
              <span>
                {trainingCompletedOn
                  ? t('assessors.trained', { date: date(trainingCompletedOn) })
                  : t('assessors.untrained')}
              </span>
            </p>
            <p className={styles.quiet}>{t(`consequence.${state}`)}</p>
            {history[0] && (
              <p className={styles.quiet}>
                {date(history[0].at)} · {t(`events.${history[0].kind}`)} · {history[0].reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
