import '@mantine/core/styles/NumberInput.layer.css';
import { useQuery } from '@apollo/client/react';
import { Checkbox, Modal, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { Choice } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { AchievementSelect } from '../achievement-select.js';
import styles from '../quality.module.css';
import { EXEMPLARS, OPEN_ROUND } from './calibration.documents.js';

/** Opens a round: which exemplars, how many of them within which tolerance. */
export function RoundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('quality');
  const [achievement, setAchievement] = useState<Choice | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [needed, setNeeded] = useState<number | string>(1);
  const [tolerance, setTolerance] = useState<number | string>(1);
  const { data } = useQuery(EXEMPLARS, {
    variables: { achievementId: achievement?.value ?? null },
    skip: !achievement,
  });
  const [open, { loading, refusal, failed }] = useResultMutation(OPEN_ROUND, { refetch: ['CalibrationRounds'] });
  const usable = data?.exemplars.edges.map(({ node }) => node).filter(({ agreedAt }) => agreedAt) ?? [];
  const submit = async () => {
    if (!achievement) return;
    const input = {
      ...{ achievementId: achievement.value, name, exemplarIds: [...chosen] },
      ...{ needed: Number(needed), tolerance: Number(tolerance) },
    };
    const { ok } = await open({ input });
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('calibration.open')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AchievementSelect label={t('achievement')} value={achievement} onChange={setAchievement} required />
        <TextInput
          label={t('calibration.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
        />
        {achievement && data && usable.length === 0 && <p className={styles.quiet}>{t('calibration.noExemplars')}</p>}
        {usable.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={chosen.includes(id)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setChosen((now) => (checked ? [...now, id] : now.filter((each) => each !== id)));
            }}
          />
        ))}
        <NumberInput
          label={t('calibration.needed')}
          value={needed}
          onChange={setNeeded}
          min={1}
          max={Math.max(1, chosen.length)}
        />
        <NumberInput label={t('calibration.tolerance')} value={tolerance} onChange={setTolerance} min={0} max={3} />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={!achievement || !name.trim() || chosen.length === 0}
            busy={loading}
          >
            {t('calibration.open')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
