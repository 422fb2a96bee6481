import { useQuery } from '@apollo/client/react';
import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { type Choice, SearchSelect } from '../../components/search-select.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useToday } from '../../lib/use-today.js';
import styles from './dialogs.module.css';
import { CHOOSE_GOAL, END_GOAL, type Goal, LEVELS_FOUND } from './pathway.documents.js';

const REFETCH = { refetch: ['Pathway', 'Home', 'PathwayPlan', 'MyPlanReview'] };

/** What to aim at, until when, and whether the line manager sees it. */
export function GoalDialog({ goal, onClose }: { goal: Goal | null; onClose: () => void }) {
  const { t } = useTranslation('pathway');
  const toast = useToast();
  const today = useToday();
  const [words, setWords] = useState('');
  const [level, setLevel] = useState<Choice | null>(
    goal?.jobRoleLevel ? { value: goal.jobRoleLevel.id, label: goal.jobRoleLevel.name } : null,
  );
  const [byDay, setByDay] = useState(goal?.byDay ?? '');
  const [shared, setShared] = useState(goal?.shared ?? false);
  const { data, previousData } = useQuery(LEVELS_FOUND, { variables: { search: words } });
  const found = (data ?? previousData)?.jobRoleLevels ?? [];
  const [choose, { loading, refusal, failed }] = useResultMutation(CHOOSE_GOAL, REFETCH);
  const [end, ending] = useResultMutation(END_GOAL, REFETCH);
  const save = async () => {
    if (!level) return;
    const { ok } = await choose({ input: { jobRoleLevelId: level.value, byDay: byDay || null, shared } });
    if (!ok) return;
    toast(t('goal.chosen'));
    onClose();
  };
  const stop = async () => {
    const { ok } = await end({ id: goal?.id ?? '' });
    if (!ok) return;
    toast(t('goal.ended'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('goal.title')} size={560} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SearchSelect
          label={t('goal.level')}
          description={t('goal.levelHint')}
          value={level}
          found={found.map(({ id, name, role }) => ({ value: id, label: name, hint: role.name }))}
          onSearch={setWords}
          onChange={setLevel}
          nothingFoundMessage={data ? t('goal.noLevel') : null}
          required
          data-autofocus
        />
        <TextInput
          type="date"
          label={t('goal.byDay')}
          min={today}
          value={byDay}
          onChange={(event) => setByDay(event.currentTarget.value)}
        />
        <Checkbox
          label={t('goal.shared')}
          description={t('goal.sharedHint')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {ending.refusal && <RefusalNote>{ending.refusal.message}</RefusalNote>}
        {(failed ?? ending.failed) && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          {goal && (
            <Button variant="quiet" busy={ending.loading} onClick={() => void stop()}>
              {t('goal.end')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!level}>
            {t('goal.choose')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
