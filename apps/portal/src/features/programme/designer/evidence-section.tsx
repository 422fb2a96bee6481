import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.js';
import { EvidenceRules } from './evidence-rules.js';
import { LinesSection } from './lines-section.js';
import { NumberField } from './number-field.js';
import { RouteChoice } from './route-choice.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

/** How it is proved, what people bring, and how much of it is enough. */
export function EvidenceSection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  return (
    <>
      <div className={styles.form} data-more>
        <RouteChoice route={draft.route} readOnly={readOnly} onChange={(route) => change('route', route)} />
      </div>
      {draft.route !== 'STACK' && (
        <>
          <LinesSection field="evidenceAsked" draft={draft} change={change} readOnly={readOnly} />
          <div className={styles.form} data-last>
            <EvidenceRules
              rules={draft.evidenceRules}
              readOnly={readOnly}
              onChange={(rules) => change('evidenceRules', rules)}
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
        </>
      )}
    </>
  );
}
