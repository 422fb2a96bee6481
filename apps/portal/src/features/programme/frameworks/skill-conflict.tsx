import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { SkillDraftState, SkillField, SkillWords } from './use-skill-draft.js';
import styles from './skill-editor.module.css';

/** Somebody saved the same skill in between. Both wordings are shown, and neither is lost before a person has decided. */
export function SkillConflict({ draft, levels }: { draft: SkillDraftState; levels: readonly string[] }) {
  const { t } = useTranslation('frameworks');
  const { conflict } = draft;
  if (!conflict) return null;
  const fields = (Object.keys(draft.words) as SkillField[]).filter(
    (field) => JSON.stringify(draft.words[field]) !== JSON.stringify(conflict.theirs[field]),
  );
  // t('frameworks:fields.name') t('frameworks:fields.description') t('frameworks:fields.kind')
  // t('frameworks:fields.category') t('frameworks:fields.synonyms') t('frameworks:fields.coding')
  // t('frameworks:fields.notes') t('frameworks:fields.descriptors')
  return (
    <section className={styles.conflict} role="alert">
      <h3>{t('edit.conflict')}</h3>
      <p>{t('edit.conflictBody')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('edit.part')}</th>
            <th scope="col">{t('edit.mine')}</th>
            <th scope="col">{t('edit.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`fields.${field}`)}</th>
              <td>{asText(draft.words, field, levels)}</td>
              <td>{asText(conflict.theirs, field, levels)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.acts}>
        <Button variant="accent" onClick={draft.keepMine}>
          {t('edit.keepMine')}
        </Button>
        <Button onClick={draft.takeTheirs}>{t('edit.takeTheirs')}</Button>
      </div>
    </section>
  );
}

function asText(words: SkillWords, field: SkillField, levels: readonly string[]): string {
  if (field === 'descriptors')
    return (
      words.descriptors
        .map((lines, at) => (lines.length ? `${levels[at]}: ${lines.join(' ')}` : ''))
        .filter(Boolean)
        .join('\n') || '–'
    );
  const value = words[field];
  return (typeof value === 'string' ? value : Array.isArray(value) ? value.join('\n') : '') || '–';
}
