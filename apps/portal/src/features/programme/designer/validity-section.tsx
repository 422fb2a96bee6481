import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.js';
import { NumberField } from './number-field.js';
import { PrerequisitesField } from './prerequisites-field.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  achievementId: string;
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

const RENEWALS = ['CHANGED_CRITERIA', 'ALL_CRITERIA', 'NOTHING'] as const;

/** How long the credential lasts, what a renewal asks, and what comes first. */
export function ValiditySection({ achievementId, draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  // t('programme:renewal.CHANGED_CRITERIA') t('programme:renewal.ALL_CRITERIA') t('programme:renewal.NOTHING')
  // t('programme:renewalMeans.CHANGED_CRITERIA') t('programme:renewalMeans.ALL_CRITERIA')
  // t('programme:renewalMeans.NOTHING')
  return (
    <div className={styles.form}>
      <div className={styles.numbers}>
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
          label={t('validity.reminder')}
          description={t('validity.reminderHint')}
          field="reminderMonths"
          whole
          min={1}
          max={60}
          value={draft.reminderMonths}
          readOnly={readOnly}
          onChange={(months) => change('reminderMonths', months)}
        />
      </div>
      <div className={styles.numbers}>
        <NumberField
          label={t('validity.attempts')}
          description={t('validity.attemptsHint')}
          field="maxAttempts"
          whole
          min={1}
          max={20}
          value={draft.maxAttempts}
          readOnly={readOnly}
          onChange={(attempts) => change('maxAttempts', attempts)}
        />
        <NumberField
          label={t('validity.coolOff')}
          description={t('validity.coolOffHint')}
          field="coolOffDays"
          whole
          min={1}
          max={365}
          value={draft.coolOffDays}
          readOnly={readOnly}
          onChange={(days) => change('coolOffDays', days)}
        />
      </div>
      <Radio.Group
        label={t('validity.renewal')}
        data-field="renewal"
        readOnly={readOnly}
        value={draft.renewal}
        onChange={(value) => {
          const renewal = RENEWALS.find((each) => each === value);
          if (renewal && !readOnly) change('renewal', renewal);
        }}
      >
        <div className={styles.choices}>
          {RENEWALS.map((each) => (
            <Radio key={each} value={each} label={t(`renewal.${each}`)} description={t(`renewalMeans.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <PrerequisitesField
        achievementId={achievementId}
        chosen={draft.prerequisites}
        readOnly={readOnly}
        onChange={(prerequisites) => change('prerequisites', prerequisites)}
      />
    </div>
  );
}
