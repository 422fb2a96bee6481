import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { type Draft, type DraftField, differences } from './draft.js';
import { cellText, columnsOf, type RubricSheet } from './rubric-sheet.js';
import type { Conflict, DraftState } from './use-draft.js';
import styles from './designer.module.css';

/** Somebody saved in between. Both versions are shown, and neither is lost before a person has decided. */
export function ConflictNote({ state, conflict }: { state: DraftState; conflict: Conflict }) {
  const { t } = useTranslation('programme');
  const fields = differences(state.draft, conflict.theirs);
  // t('programme:conflict.fields.name') t('programme:conflict.fields.description')
  // t('programme:conflict.fields.skills') t('programme:conflict.fields.outcomes')
  // t('programme:conflict.fields.evidenceRules') t('programme:conflict.fields.route')
  // t('programme:conflict.fields.markingPolicy') t('programme:conflict.fields.secondMarkShare')
  // t('programme:conflict.fields.borderlineBand') t('programme:conflict.fields.highStakes')
  // t('programme:conflict.fields.releaseMode') t('programme:conflict.fields.renewal')
  // t('programme:conflict.fields.reminderMonths') t('programme:conflict.fields.prerequisites')
  // t('programme:conflict.fields.changes') t('programme:conflict.fields.maxAttempts')
  // t('programme:conflict.fields.coolOffDays')
  // t('programme:conflict.fields.rubric') t('programme:conflict.fields.evidenceAsked')
  // t('programme:conflict.fields.cutScore') t('programme:conflict.fields.validityMonths')
  // t('programme:conflict.fields.evidenceMaxAgeMonths') t('programme:conflict.fields.descriptors')
  return (
    <section className={styles.conflict} role="alert">
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.body')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`conflict.fields.${field}`)}</th>
              <td>{wordsOf(state.draft, conflict.theirs, field) || '–'}</td>
              <td>{wordsOf(conflict.theirs, state.draft, field) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.conflictActs}>
        <Button variant="accent" onClick={state.keepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button onClick={state.takeTheirs}>{t('conflict.takeTheirs')}</Button>
      </div>
    </section>
  );
}

/** A field of one version as words; of a rubric only the cells in which the other says something else. */
function wordsOf(draft: Draft, other: Draft, field: DraftField): string {
  switch (field) {
    case 'rubric':
      return differingCells(draft.rubric, other.rubric).join('\n');
    case 'outcomes':
    case 'evidenceAsked':
      return draft[field].join('\n');
    case 'skills':
      return draft.skills.map(({ skill, levelOrdinal }) => [skill.name, levelOrdinal].join(', ')).join('\n');
    case 'prerequisites':
      return draft.prerequisites.map(({ name }) => name).join('\n');
    case 'evidenceRules':
      return draft.evidenceRules.map(({ kind, atLeast, scope }) => `${kind} ${atLeast} ${scope}`).join('\n');
    case 'changes':
      return draft.changes.map(({ reason }) => reason).join('\n');
    case 'angoffPanel':
      return (draft.angoffPanel?.judges ?? []).map(({ name }) => name).join('\n');
    case 'stackRule':
      return (draft.stackRule?.parts ?? [])
        .map(({ kind, amount }) => [kind, amount].filter(Boolean).join(' '))
        .join('\n');
    case 'descriptors':
      return Object.entries(draft.descriptors)
        .filter(([name, value]) => value !== other.descriptors[name as keyof Draft['descriptors']])
        .map(([, value]) => String(value ?? '–'))
        .join('\n');
    default:
      return String(draft[field] ?? '–');
  }
}

function differingCells(mine: RubricSheet, theirs: RubricSheet): string[] {
  return mine.flatMap((criterion, row) =>
    columnsOf(mine).flatMap((column) => {
      const other = theirs.find((each) => each.id === criterion.id);
      const text = cellText(criterion, column);
      return other && cellText(other, column) === text ? [] : [`${row + 1}: ${text || '–'}`];
    }),
  );
}
