import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.js';
import { NumberField } from './number-field.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

/** How long the credential lasts, and how old evidence may be. */
export function ValiditySection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  return (
    <div className={styles.form}>
      <NumberField
        label={t('validity.months')}
        description={t('validity.monthsHint')}
        field="validityMonths"
        whole
        min={1}
        max={240}
        value={draft.validityMonths}
        readOnly={readOnly}
        onChange={(months) => change('validityMonths', months)}
      />
      <NumberField
        label={t('validity.age')}
        description={t('validity.ageHint')}
        field="evidenceMaxAgeMonths"
        whole
        min={1}
        max={240}
        value={draft.evidenceMaxAgeMonths}
        readOnly={readOnly}
        onChange={(months) => change('evidenceMaxAgeMonths', months)}
      />
    </div>
  );
}
