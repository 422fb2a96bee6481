import '@mantine/core/styles/NumberInput.layer.css';
import { NumberInput, Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from './allocation-rail.module.css';
import { CHANGE_SETTINGS, type Settings } from './allocation.documents.js';

/** One in so many, when checks are switched on. */
const USUAL_CHECKS = 20;

type Rules = Omit<Settings, '__typename' | 'revision'>;

/** How assessment is run here. Everything is kept as it is changed. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('reviews');
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_SETTINGS, { refetch: ['AllocationRuns'] });
  const { revision, hidesNames, teamIsConflict, allocation, toleratedLevels, appealWindowDays, recallDays } = settings;
  const { checkEvery } = settings;
  const rules: Rules = {
    hidesNames,
    teamIsConflict,
    allocation,
    toleratedLevels,
    appealWindowDays,
    recallDays,
    checkEvery,
  };
  const set = (part: Partial<Rules>) => void change({ input: { ...rules, ...part }, expectedRevision: revision });
  return (
    <section className={styles.settings}>
      <h2 className={styles.head}>{t('allocation.rules')}</h2>
      <Switch
        label={t('allocation.automatic')}
        description={t('allocation.automaticHint')}
        checked={allocation === 'AUTOMATIC'}
        disabled={loading}
        onChange={(event) => set({ allocation: event.currentTarget.checked ? 'AUTOMATIC' : 'CLAIM' })}
      />
      <Switch
        label={t('allocation.team')}
        description={t('allocation.teamHint')}
        checked={teamIsConflict}
        disabled={loading}
        onChange={(event) => set({ teamIsConflict: event.currentTarget.checked })}
      />
      <Switch
        label={t('allocation.names')}
        description={t('allocation.namesHint')}
        checked={hidesNames}
        disabled={loading}
        onChange={(event) => set({ hidesNames: event.currentTarget.checked })}
      />
      <h2 className={styles.head}>{t('allocation.marks')}</h2>
      <Days
        label={t('allocation.tolerated')}
        description={t('allocation.toleratedHint')}
        value={toleratedLevels}
        min={0}
        max={3}
        onKeep={(value) => set({ toleratedLevels: value })}
      />
      <Days
        label={t('allocation.window')}
        description={t('allocation.windowHint')}
        value={appealWindowDays}
        min={5}
        max={120}
        onKeep={(value) => set({ appealWindowDays: value })}
      />
      <Days
        label={t('allocation.recall')}
        description={t('allocation.recallHint')}
        value={recallDays}
        min={7}
        max={730}
        onKeep={(value) => set({ recallDays: value })}
      />
      <h2 className={styles.head}>{t('allocation.checks')}</h2>
      <Switch
        label={t('allocation.checking')}
        description={hidesNames ? t('allocation.checkingHint') : t('allocation.checkingNames')}
        checked={checkEvery > 0}
        disabled={loading}
        onChange={(event) => set({ checkEvery: event.currentTarget.checked ? USUAL_CHECKS : 0 })}
      />
      {checkEvery > 0 && (
        <Days
          label={t('allocation.checkEvery')}
          description={t('allocation.checkEveryHint')}
          value={checkEvery}
          min={5}
          max={200}
          onKeep={(value) => set({ checkEvery: value })}
        />
      )}
      {(refusal ?? failed) && <RefusalNote>{refusal?.message ?? t('unreachable')}</RefusalNote>}
    </section>
  );
}

interface DaysProps {
  label: string;
  description: string;
  value: number;
  min: number;
  max: number;
  onKeep(value: number): void;
}

/** Kept when it is left, and not at every key. */
function Days({ value, onKeep, ...input }: DaysProps) {
  return (
    <NumberInput
      // What somebody else kept meanwhile is shown.
      key={value}
      {...input}
      defaultValue={value}
      allowDecimal={false}
      clampBehavior="blur"
      w={200}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value);
        if (event.currentTarget.value !== '' && typed !== value && typed >= input.min && typed <= input.max)
          onKeep(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
