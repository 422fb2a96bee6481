import '@mantine/core/styles/NumberInput.layer.css';
import { useQuery } from '@apollo/client/react';
import { Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { type Board, BOARD, SET_REMINDERS } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { FormActs } from './form-acts.js';

const CHOICES = ['OFF', 'WEEKLY', 'BEFORE_END'] as const;
const MOST_DAYS = 90;
const USUAL_DAYS = 14;

/** How often a cohort is reminded by itself, and who would be told if it were today. */
export function RemindersDialog({ of, onClose }: { of: Board; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const toast = useToast();
  const [chosen, choose] = useState<(typeof CHOICES)[number]>(of.remindSchedule ?? 'OFF');
  const [days, setDays] = useState<string | number>(of.remindDaysBefore ?? USUAL_DAYS);
  const [set, { loading, refusal, failed }] = useResultMutation(SET_REMINDERS, { refetch: ['CohortBoard'] });
  const ready = chosen !== 'BEFORE_END' || Number(days) > 0;
  const save = async () => {
    const schedule = chosen === 'OFF' ? null : chosen;
    const daysBefore = chosen === 'BEFORE_END' ? Number(days) : null;
    const { ok } = await set({ id: of.id, input: { schedule, daysBefore } });
    if (!ok) return;
    toast(t(chosen === 'OFF' ? 'reminders.isOff' : 'reminders.isOn'));
    onClose();
  };
  // t('cohorts:reminders.choice.OFF') t('cohorts:reminders.choice.WEEKLY') t('cohorts:reminders.choice.BEFORE_END')
  // t('cohorts:reminders.isOff') t('cohorts:reminders.isOn')
  return (
    <Modal opened onClose={onClose} title={t('reminders.title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
      >
        <SegmentedChoice
          label={t('reminders.how')}
          value={chosen}
          onChange={choose}
          options={CHOICES.map((value) => ({ value, label: t(`reminders.choice.${value}`) }))}
        />
        {chosen === 'BEFORE_END' && (
          <NumberInput
            label={t('reminders.days')}
            value={days}
            onChange={setDays}
            min={1}
            max={MOST_DAYS}
            allowDecimal={false}
            w={220}
          />
        )}
        {chosen !== 'OFF' && <WhoToday id={of.id} />}
        <FormActs
          act={t('save')}
          onClose={onClose}
          busy={loading}
          disabled={!ready}
          refusal={refusal}
          failed={failed}
        />
      </form>
    </Modal>
  );
}

/** On whom something waits today: the day itself decides who is told. */
function WhoToday({ id }: { id: string }) {
  const { t } = useTranslation('cohorts');
  const { data, error, refetch } = useQuery(BOARD, {
    variables: { id, shown: 'BEHIND' },
    fetchPolicy: 'network-only',
  });
  const members = data?.cohort?.members;
  if (error && !members) return <ErrorState onRetry={() => void refetch()} />;
  if (!members) return <LoadingRows rows={2} />;
  const names = members.edges.map(({ node }) => node.person.displayName);
  const unnamed = members.totalCount - names.length;
  return (
    <div>
      <p>
        {names.length > 0 ? t('reminders.today', { names: names.join(', ') }) : t('reminders.nobody')}
        {unnamed > 0 && ` ${t('remind.more', { count: unnamed })}`}
      </p>
      <p>{t('reminders.words')}</p>
    </div>
  );
}
