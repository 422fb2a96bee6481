import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import type { MarkingSlot } from '../review.types.js';
import { type Hint, hints, RULE_NAMES, type RuleName } from './mark-draft.rules.js';
import styles from './rules-panel.module.css';
import type { Marking } from './use-marking.js';

/** The rules of evidence as four plain questions. The machine's hint stands below each and never answers it. */
export function RulesPanel({ slot, marking }: { slot: MarkingSlot; marking: Marking }) {
  const { t } = useTranslation('reviews');
  const { criteria, items, takenAt } = slot.snapshot;
  const found = hints(
    criteria,
    items,
    slot.achievementVersion.evidenceMaxAgeMonths,
    new Date(takenAt),
    slot.lettersElsewhere,
  );
  const questions: Record<RuleName, { name: string; question: string }> = {
    valid: { name: t('rule.valid'), question: t('rule.validQuestion') },
    authentic: { name: t('rule.authentic'), question: t('rule.authenticQuestion') },
    sufficient: { name: t('rule.sufficient'), question: t('rule.sufficientQuestion') },
    current: { name: t('rule.current'), question: t('rule.currentQuestion') },
  };
  const yes = { value: 'YES', label: t('rule.yes') } as const;
  const no = { value: 'NO', label: t('rule.no') } as const;
  const query = { value: 'QUERY', label: t('rule.query') } as const;
  return (
    <div className={styles.rules}>
      {RULE_NAMES.map((rule) => {
        const hint = found.find((each) => each.rule === rule);
        return (
          <div key={rule} className={styles.rule}>
            <p className={styles.name}>{questions[rule].name}</p>
            <p className={styles.question}>{questions[rule].question}</p>
            <SegmentedChoice
              label={`${questions[rule].name}: ${questions[rule].question}`}
              // Only authenticity can be asked back: a query stops a pass until it is settled.
              options={rule === 'authentic' ? [yes, no, query] : [yes, no]}
              value={marking.draft.rules[rule]}
              onChange={(answer) => marking.change((now) => ({ ...now, rules: { ...now.rules, [rule]: answer } }))}
            />
            {hint && <HintLine hint={hint} months={slot.achievementVersion.evidenceMaxAgeMonths} />}
          </div>
        );
      })}
    </div>
  );
}

function HintLine({ hint, months }: { hint: Hint; months: number | null }) {
  const { t } = useTranslation('reviews');
  const sentences: Record<Hint['kind'], string> = {
    'one-for-all': t('hint.oneForAll', { list: hint.list }),
    elsewhere: t('hint.elsewhere', { list: hint.list }),
    'none-elsewhere': t('hint.noneElsewhere'),
    'all-answered': hint.rule === 'valid' ? t('hint.allAnswered') : t('hint.allLinked'),
    'criteria-empty': t('hint.criteriaEmpty', { list: hint.list }),
    'too-old': t('hint.tooOld', { list: hint.list, months }),
    'no-date': t('hint.noDate', { list: hint.list }),
    'in-date': t('hint.inDate', { months }),
    'nothing-checked': t('hint.noAge'),
  };
  return (
    <p className={styles.hint} data-tone={hint.tone}>
      {hint.tone === 'fine' ? (
        <IconCheck size={16} stroke={1.6} aria-hidden />
      ) : (
        <IconInfoCircle size={16} stroke={1.6} aria-hidden />
      )}
      <span>{sentences[hint.kind]}</span>
    </p>
  );
}
