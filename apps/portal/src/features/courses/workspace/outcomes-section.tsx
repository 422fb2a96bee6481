import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.js';
import { SearchSelect } from '../../../components/search-select.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useSkillsFound } from '../../../lib/use-skills-found.js';
import styles from '../courses.module.css';
import type { DraftOutcome } from './course-draft.js';
import type { CourseDraftState } from './use-course-draft.js';

const RESULTS = ['ATTACH_EVIDENCE', 'SEND_FOR_REVIEW', 'COMPLETE', 'NONE'] as const;

/** Which skills it teaches, and what follows from having finished it. */
export function OutcomesSection({ state }: { state: CourseDraftState }) {
  const { t } = useTranslation('courses');
  const [words, setWords] = useState('');
  const { found } = useSkillsFound(words);
  const { outcomes } = state.draft;
  const skills = found.filter(({ id }) => !outcomes.some(({ skill }) => skill?.id === id));
  const put = (next: readonly DraftOutcome[]) => state.change('outcomes', next);
  return (
    <div>
      <p className={styles.intro}>{t('outcome.intro')}</p>
      {outcomes.length > 0 && (
        <ul className={styles.rows}>
          {outcomes.map((outcome, at) => (
            <Outcome
              key={outcome.skill?.id ?? at}
              outcome={outcome}
              onChange={(changed) => put(outcomes.map((each) => (each === outcome ? changed : each)))}
              onRemove={() => put(outcomes.filter((each) => each !== outcome))}
            />
          ))}
        </ul>
      )}
      <div className={styles.form}>
        <SearchSelect
          key={outcomes.length}
          label={t('outcome.add')}
          value={null}
          found={skills.map(({ id, name, framework }) => ({ value: id, label: name, hint: framework.title }))}
          onSearch={setWords}
          onChange={(choice) => {
            const skill = skills.find(({ id }) => id === choice?.value);
            if (skill) put([...outcomes, { skill, level: null, result: 'ATTACH_EVIDENCE' }]);
          }}
          nothingFoundMessage={t('outcome.noSkill')}
        />
        {state.problems.outcomes && <RefusalNote>{state.problems.outcomes}</RefusalNote>}
        <Note>{t('outcome.never')}</Note>
      </div>
    </div>
  );
}

interface OutcomeProps {
  outcome: DraftOutcome;
  onChange: (outcome: DraftOutcome) => void;
  onRemove: () => void;
}

function Outcome({ outcome, onChange, onRemove }: OutcomeProps) {
  const { t } = useTranslation('courses');
  const { skill, level, result } = outcome;
  const levels = skill?.framework.scale.levels ?? [];
  // t('courses:result.ATTACH_EVIDENCE') t('courses:result.SEND_FOR_REVIEW') t('courses:result.COMPLETE') t('courses:result.NONE')
  // t('courses:does.ATTACH_EVIDENCE') t('courses:does.SEND_FOR_REVIEW') t('courses:does.COMPLETE') t('courses:does.NONE')
  return (
    <li>
      <div className={styles.outcome}>
        <span className={styles.title}>
          <span className={styles.name}>{skill?.name}</span>
          <small>{skill?.framework.title}</small>
        </span>
        <Select
          label={t('outcome.level')}
          placeholder={t('outcome.anyLevel')}
          data={levels.map(({ ordinal, label }) => ({ value: String(ordinal), label: `${ordinal} ${label}` }))}
          value={level ? String(level.ordinal) : null}
          onChange={(value) =>
            onChange({ ...outcome, level: levels.find((each) => String(each.ordinal) === value) ?? null })
          }
          clearable
        />
        <Select
          label={t('outcome.result')}
          data={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
          value={result}
          onChange={(value) => onChange({ ...outcome, result: RESULTS.find((each) => each === value) ?? result })}
          allowDeselect={false}
        />
        <IconButton label={t('outcome.remove', { skill: skill?.name })} onClick={onRemove}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </IconButton>
        <p className={`${styles.hint} ${styles.wide}`}>{t(`does.${result}`)}</p>
      </div>
    </li>
  );
}
