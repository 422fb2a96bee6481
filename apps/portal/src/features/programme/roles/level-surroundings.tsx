import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import styles from './level-page.module.css';
import type { PageLevel } from './level.documents.js';

/** Its ladder, the steps to and from other job roles, and roles that ask for much of the same. */
export function LevelSurroundings({ level }: { level: PageLevel }) {
  const { t } = useTranslation('roles');
  const { number } = useFormat();
  const ways = [
    ...level.stepsOut.map((step) => ({ ...step, other: step.to, way: 'to' as const })),
    ...level.stepsIn.map((step) => ({ ...step, other: step.from, way: 'from' as const })),
  ];
  const ladder = level.role.levels.toSorted((a, b) => b.order - a.order);
  return (
    <>
      <Section title={t('ladder')}>
        <ol className={styles.ladder} reversed>
          {ladder.map((rung) => (
            <li key={rung.id} aria-current={rung.id === level.id ? 'page' : undefined}>
              {rung.id === level.id ? rung.name : <TextLink to={`/programme/roles/${rung.id}`}>{rung.name}</TextLink>}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('steps')}>
        {ways.length === 0 && <p className={styles.quiet}>{t('noSteps')}</p>}
        <ul className={styles.ways}>
          {ways.map((step) => (
            <li key={step.id}>
              <span className={styles.quiet}>{t(step.way, { kind: t(`kind.${step.kind}`) })}</span>{' '}
              <TextLink to={`/programme/roles/${step.other.id}`}>{step.other.name}</TextLink>
              {step.note && <span className={styles.quiet}> {step.note}</span>}
            </li>
          ))}
        </ul>
      </Section>
      {level.suggestedSteps.length > 0 && (
        <Section title={t('near')}>
          <ul className={styles.ways}>
            {level.suggestedSteps.map((step) => (
              <li key={step.to.id}>
                <TextLink to={`/programme/roles/${step.to.id}`}>{step.to.name}</TextLink>
                <span className={styles.quiet}>
                  {' '}
                  {t('suggestion', {
                    overlap: number(Math.round(step.overlap * 100) / 100),
                    count: step.shared,
                    more: step.more,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
