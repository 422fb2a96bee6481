import { useTranslation } from 'react-i18next';
import { BetterWording } from './better-wording.js';
import type { Draft } from './draft.js';
import { TextLines } from './text-lines.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  field: 'outcomes' | 'evidenceAsked';
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

/** Outcomes, or the evidence that is asked: a list of sentences. */
export function LinesSection({ field, draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  // t('programme:lines.outcomes.label') t('programme:lines.outcomes.hint') t('programme:lines.outcomes.placeholder')
  // t('programme:lines.outcomes.add') t('programme:lines.evidenceAsked.label') t('programme:lines.evidenceAsked.hint')
  // t('programme:lines.evidenceAsked.placeholder') t('programme:lines.evidenceAsked.add')
  return (
    <div className={styles.form}>
      <p className={styles.intro}>{t(`lines.${field}.hint`)}</p>
      <TextLines
        label={t(`lines.${field}.label`)}
        field={field}
        placeholder={t(`lines.${field}.placeholder`)}
        add={t(`lines.${field}.add`)}
        lines={draft[field]}
        readOnly={readOnly}
        onChange={(lines) => change(field, lines)}
      />
      {field === 'outcomes' && !readOnly && (
        <BetterWording outcomes={draft.outcomes} onChange={(lines) => change('outcomes', lines)} />
      )}
    </div>
  );
}
