import { useTranslation } from 'react-i18next';
import type { Aim } from './pathway.documents.js';
import styles from './plan-panel.module.css';

const SHOWN = 5;

/** What people who work there have verified; nothing where they are too few to say. */
export function ReallyHeld({ held }: { held: Aim['jobRoleLevel']['reallyHeld'] }) {
  const { t } = useTranslation('pathway');
  const people = held[0]?.people;
  if (!people) return null;
  return (
    <details className={styles.held}>
      <summary>{t('held.title', { count: people })}</summary>
      <ul>
        {held.slice(0, SHOWN).map(({ skill, holders, middleLevel }) => (
          <li key={skill?.id}>{t('held.row', { skill: skill?.name, level: middleLevel?.label, holders, people })}</li>
        ))}
      </ul>
    </details>
  );
}
