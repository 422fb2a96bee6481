import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../courses.module.css';
import { useCourseWords } from '../use-course-words.js';
import { DraftText } from './draft-text.js';
import type { CourseDraftState } from './use-course-draft.js';

const MODES = ['ONLINE_SELF_PACED', 'ONLINE_LIVE', 'CLASSROOM', 'BLENDED', 'ON_THE_JOB'] as const;
const CURRENCIES = Intl.supportedValuesOf('currency');

/** How it is given, how long it takes, what it costs. */
export function TimeSection({ state }: { state: CourseDraftState }) {
  const { t } = useTranslation('courses');
  const words = useCourseWords();
  const { price, mode } = state.draft;
  const halfPrice = state.unfinished('price') ? t('hint.halfPrice') : state.problems.price;
  return (
    <div className={styles.form}>
      <div className={styles.two}>
        <Select
          label={t('field.mode')}
          data={MODES.map((value) => ({ value, label: words.mode(value) }))}
          value={mode}
          onChange={(value) => state.change('mode', MODES.find((each) => each === value) ?? null)}
          error={state.problems.mode}
          clearable
        />
        <DraftText state={state} field="duration" />
      </div>
      <div className={styles.two}>
        <DraftText state={state} field="hours" inputMode="decimal" unfinished={t('hint.noNumber')} />
        <DraftText state={state} field="ects" inputMode="decimal" unfinished={t('hint.noNumber')} />
      </div>
      <div className={styles.two}>
        <TextInput
          label={t('field.price')}
          description={t('hint.price')}
          inputMode="decimal"
          value={price.amount}
          error={halfPrice}
          onChange={(event) => state.change('price', { ...price, amount: event.currentTarget.value })}
        />
        <Select
          label={t('field.currency')}
          description={t('hint.currency')}
          data={CURRENCIES}
          value={price.currency || null}
          onChange={(currency) => state.change('price', { ...price, currency: currency ?? '' })}
          searchable
          clearable
        />
      </div>
      <DraftText state={state} field="startDates" hint={t('hint.startDates')} unfinished={t('hint.noDay')} />
      <DraftText state={state} field="support" hint={t('hint.support')} lines={2} />
    </div>
  );
}
