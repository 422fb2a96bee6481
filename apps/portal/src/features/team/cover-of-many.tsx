import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.js';
import styles from './cover-of-many.module.css';
import type { SkillColumn } from './map-model.js';

/** Of more people than a map shows: what their jobs ask, and how many are verified at it. */
export function CoverOfMany({ columns }: { columns: readonly SkillColumn[] }) {
  const { t } = useTranslation('team');
  const { number } = useFormat();
  return (
    <table className={styles.cover}>
      <caption>{t('many.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('many.skill')}</th>
          <th scope="col">{t('many.asked')}</th>
          <th scope="col">{t('many.covered')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('many.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ skill, skillId, asked, covered }) => (
          <tr key={skillId}>
            <th scope="row">{skill.name}</th>
            <td>{number(asked)}</td>
            <td>{number(covered)}</td>
            <td>
              <progress max={asked} value={covered} aria-label={t('many.of', { skill: skill.name, covered, asked })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
