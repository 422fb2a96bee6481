import '@mantine/core/styles/NumberInput.layer.css';
import { Checkbox, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { Choice } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { AchievementSelect } from '../achievement-select.js';
import styles from '../quality.module.css';
import { START_PLAN } from './samples.documents.js';

/** What a plan picks: by risk, and a share by a seed that is drawn when it starts. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('quality');
  const [achievement, setAchievement] = useState<Choice | null>(null);
  const [percent, setPercent] = useState<number | string>(10);
  const [picks, setPicks] = useState({ newAssessor: true, borderline: true, highStakes: true });
  const [start, { loading, refusal, failed }] = useResultMutation(START_PLAN, { refetch: ['SamplingPlans'] });
  const submit = async () => {
    const share = Number(percent) / 100;
    const { ok } = await start({ input: { achievementId: achievement?.value ?? null, share, ...picks } });
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('plan.start')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AchievementSelect
          label={t('achievement')}
          placeholder={t('plan.all')}
          value={achievement}
          onChange={setAchievement}
        />
        <NumberInput
          label={t('plan.percent')}
          description={t('plan.percentHint')}
          value={percent}
          onChange={setPercent}
          min={0}
          max={100}
        />
        {(['newAssessor', 'borderline', 'highStakes'] as const).map((each) => (
          <Checkbox
            key={each}
            label={t(`plan.${each}`)}
            checked={picks[each]}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setPicks((now) => ({ ...now, [each]: checked }));
            }}
          />
        ))}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading}>
            {t('plan.start')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
