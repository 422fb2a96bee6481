import { useTranslation } from 'react-i18next';
import { Figure } from '../../../components/key-values.js';
import { OpenNumber } from '../../../components/open-number.js';
import styles from './framework.module.css';

interface Props {
  /** Of what is there already; of a file that is only looked at nothing can be opened. */
  id?: string;
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
/** The part of the framework that lists them; skills without words are not listed apart. */
const PART: Partial<Record<(typeof FIGURES)[number], string>> = {
  ...{ skills: 'list', jobFamilies: 'roles', jobRoles: 'roles', jobRoleLevels: 'roles', requirements: 'roles' },
};

/** How much there is, and on which scale. */
export function FrameworkFigures({ id, counts, levels }: Props) {
  const { t } = useTranslation('programme');
  const words = (name: (typeof FIGURES)[number]) => t(`counts.${name}`, { count: counts[name] });
  const to = (name: (typeof FIGURES)[number]) =>
    id && PART[name] ? `/programme/frameworks/${id}/${PART[name]}` : null;
  // t('programme:counts.skills', { count }) t('programme:counts.jobFamilies', { count })
  // t('programme:counts.jobRoles', { count }) t('programme:counts.jobRoleLevels', { count })
  // t('programme:counts.requirements', { count }) t('programme:counts.skillsWithoutDescriptors', { count })
  return (
    <div className={styles.figures}>
      {FIGURES.map((name) => (
        <Figure key={name} value={<OpenNumber count={counts[name]} to={to(name)} label={words(name)} />}>
          {words(name)}
        </Figure>
      ))}
      <p className={styles.scale}>
        {t('counts.scale')} {levels.map((label, index) => `${index + 1} ${label}`).join(', ')}
      </p>
    </div>
  );
}
