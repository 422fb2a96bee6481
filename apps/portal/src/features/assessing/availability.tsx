import '@mantine/core/styles/NumberInput.layer.css';
import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './assessing.module.css';
import { type AssessingData, SAVE_AVAILABILITY } from './assessing.documents.js';

/** How much one takes on. */
export function Availability({ profile }: { profile: AssessingData['profile'] }) {
  const { t } = useTranslation('quality');
  const toast = useToast();
  const [capacity, setCapacity] = useState<number | string>(profile.capacity);
  const [hours, setHours] = useState<number | string>(profile.weeklyHours ?? '');
  const [paused, setPaused] = useState(profile.paused);
  const [save, { loading, refusal, failed }] = useResultMutation(SAVE_AVAILABILITY, { refetch: ['Assessing'] });
  const submit = async () => {
    const input = {
      ...{ capacity: Number(capacity), weeklyHours: hours === '' ? null : Number(hours) },
      ...{ paused, expectedRevision: profile.revision },
    };
    const { ok } = await save({ input });
    if (ok) toast(t('availability.saved'));
  };
  return (
    <Section title={t('availability.title')}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <NumberInput
          label={t('availability.capacity')}
          value={capacity}
          onChange={setCapacity}
          min={1}
          max={40}
          w={180}
        />
        <NumberInput label={t('availability.hours')} value={hours} onChange={setHours} min={0} max={60} w={140} />
        <Checkbox
          label={t('availability.paused')}
          checked={paused}
          onChange={(event) => setPaused(event.currentTarget.checked)}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <Button type="submit" variant="primary" busy={loading}>
          {t('availability.save')}
        </Button>
      </form>
    </Section>
  );
}
