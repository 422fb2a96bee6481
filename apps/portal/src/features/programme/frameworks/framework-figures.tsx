import { useTranslation } from 'react-i18next';
import { Figure } from '../../../components/key-values.js';
import { useFormat } from '../../../lib/format.js';
import styles from './framework.module.css';

interface Props {
  counts: {
    skills: number;
    jobFamilies: number;
    jobRoles: number;
    jobRoleLevels: number;
    requirements: number;
    skillsWithoutDescriptors: number;
  };
  /** Labels of the scale, lowest first. */
  levels: readonly string[];
}

const FIGURES = [
  'skills',
  'jobFamilies',
  'jobRoles',
  'jobRoleLevels',
  'requirements',
  'skillsWithoutDescriptors',
] as const;

/** How much there is, and on which scale. */
export function FrameworkFigures({ counts, levels }: Props) {
  const { t } = useTranslation('programme');
  const { number } = useFormat();
  // t('programme:counts.skills', { count }) t('programme:counts.jobFamilies', { count })
  // t('programme:counts.jobRoles', { count }) t('programme:counts.jobRoleLevels', { count })
  // t('programme:counts.requirements', { count }) t('programme:counts.skillsWithoutDescriptors', { count })
  return (
    <div className={styles.figures}>
      {FIGURES.map((name) => (
        <Figure key={name} value={number(counts[name])}>
          {t(`counts.${name}`, { count: counts[name] })}
        </Figure>
      ))}
      <p className={styles.scale}>
        {t('counts.scale')} {levels.map((label, index) => `${index + 1} ${label}`).join(', ')}
      </p>
    </div>
  );
}
