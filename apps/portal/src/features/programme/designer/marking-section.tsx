import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../../components/key-values.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import type { Draft } from './draft.js';
import { NumberField } from './number-field.js';
import { PassesAt } from './passes-at.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

const POLICIES = ['SINGLE', 'SECOND_MARK_SAMPLE', 'DOUBLE_BLIND'] as const;
const RELEASES = ['SINGLE', 'BATCH', 'SCHEDULED'] as const;
const share = (percent: number | null) => (percent === null ? null : percent / 100);
const percent = (value: number) => Math.round(value * 1000) / 10;

/** How a submission is judged: by how many, from which score it passes, and how the outcome is told. */
export function MarkingSection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const mustReach = draft.rubric.filter((criterion) => criterion.mustReach !== null);
  const set = (field: 'secondMarkShare' | 'borderlineBand', value: number | null) =>
    value !== null && change(field, value);
  // t('programme:policy.SINGLE') t('programme:policy.SECOND_MARK_SAMPLE') t('programme:policy.DOUBLE_BLIND')
  // t('programme:release.SINGLE') t('programme:release.BATCH') t('programme:release.SCHEDULED')
  return (
    <div className={styles.form}>
      <div className={styles.start}>
        <PassesAt value={draft.cutScore} readOnly={readOnly} onChange={(cutScore) => change('cutScore', cutScore)} />
      </div>
      <p className={styles.intro}>{t('marking.how')}</p>
      <Radio.Group
        label={t('marking.policy')}
        data-field="markingPolicy"
        readOnly={readOnly}
        value={draft.markingPolicy}
        onChange={(value) => {
          const policy = POLICIES.find((each) => each === value);
          if (policy && !readOnly) change('markingPolicy', policy);
        }}
      >
        <div className={styles.choices}>
          {POLICIES.map((policy) => (
            <Radio key={policy} value={policy} label={t(`policy.${policy}`)} />
          ))}
        </div>
      </Radio.Group>
      <div className={styles.numbers}>
        {draft.markingPolicy === 'SECOND_MARK_SAMPLE' && (
          <NumberField
            label={t('marking.share')}
            field="secondMarkShare"
            max={100}
            value={percent(draft.secondMarkShare)}
            readOnly={readOnly}
            onChange={(value) => set('secondMarkShare', share(value))}
          />
        )}
        <NumberField
          label={t('marking.band')}
          description={t('marking.bandHint')}
          field="borderlineBand"
          max={50}
          value={percent(draft.borderlineBand)}
          readOnly={readOnly}
          onChange={(value) => set('borderlineBand', share(value))}
        />
      </div>
      <Checkbox
        label={t('marking.highStakes')}
        description={t('marking.highStakesHint')}
        data-field="highStakes"
        checked={draft.highStakes}
        disabled={readOnly}
        onChange={(event) => change('highStakes', event.currentTarget.checked)}
      />
      <div data-field="releaseMode">
        <SegmentedChoice
          label={t('marking.release')}
          hideLabel={false}
          disabled={readOnly}
          options={RELEASES.map((mode) => ({ value: mode, label: t(`release.${mode}`) }))}
          value={draft.releaseMode}
          onChange={(mode) => change('releaseMode', mode)}
        />
      </div>
      <p className={styles.hint}>{t('marking.later')}</p>
      <KeyValues
        items={[
          {
            name: t('marking.mustReach'),
            value:
              mustReach.length === 0
                ? t('marking.noMustReach')
                : mustReach.map((each) => t('marking.reach', { title: each.title, level: each.mustReach })).join('; '),
          },
          { name: t('marking.comments'), value: t('marking.commentsRule') },
        ]}
      />
    </div>
  );
}
