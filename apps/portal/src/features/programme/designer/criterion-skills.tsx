import { useTranslation } from 'react-i18next';
import type { DraftSkill } from './draft.js';
import type { RubricSheet } from './rubric-sheet.js';
import styles from './rubric.module.css';

interface Props {
  sheet: RubricSheet;
  skills: readonly DraftSkill[];
  readOnly: boolean;
  onChange: (sheet: RubricSheet) => void;
}

/** Which awarded skill each criterion shows; asked only where there are several. */
export function CriterionSkills({ sheet, skills, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  if (skills.length < 2) return null;
  return (
    <section className={styles.criterionSkills} aria-label={t('rubric.skills')}>
      <h2>{t('rubric.skills')}</h2>
      <ol>
        {sheet.map((criterion, row) => (
          <li key={criterion.id}>
            <label>
              <span>{criterion.title || t('sheet.untitled')}</span>
              <select
                aria-label={t('rubric.skill', { number: row + 1 })}
                data-field={`rubric.criteria.${row}.skillId`}
                value={criterion.skillId ?? ''}
                disabled={readOnly}
                onChange={(event) => {
                  const skillId = event.currentTarget.value || null;
                  onChange(sheet.map((each) => (each === criterion ? { ...each, skillId } : each)));
                }}
              >
                <option value="">{t('rubric.chooseSkill')}</option>
                {skills.map(({ skill }) => (
                  <option key={skill.id} value={skill.id}>
                    {skill.name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ol>
    </section>
  );
}
