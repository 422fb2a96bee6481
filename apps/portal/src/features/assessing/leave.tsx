import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { ADD_LEAVE, type AssessingData, REMOVE_LEAVE } from './assessing.documents.js';
import styles from './assessing.module.css';

/** Days on which one gets no work; taken back with one click, and put again with the next. */
export function Leave({ leave }: { leave: AssessingData['leave'] }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const toast = useToast();
  const [days, setDays] = useState({ startsOn: '', endsOn: '', reason: '' });
  const again = { refetch: ['Assessing'] };
  const [add, adding] = useResultMutation(ADD_LEAVE, again);
  const [remove] = useResultMutation(REMOVE_LEAVE, again);
  const submit = async () => {
    const { ok } = await add({ input: days });
    if (ok) setDays({ startsOn: '', endsOn: '', reason: '' });
  };
  const takeBack = async ({ id, startsOn, endsOn, reason }: AssessingData['leave'][number]) => {
    const { ok } = await remove({ id });
    if (ok) toast(t('leave.removed'), { undo: () => void add({ input: { startsOn, endsOn, reason } }) });
  };
  // t('quality:leave.startsOn') t('quality:leave.endsOn')
  return (
    <Section title={t('leave.title')}>
      <ul className={styles.rows}>
        {leave.map((each) => (
          <li key={each.id}>
            <div className={styles.line}>
              <span>{t('leave.days', { from: date(each.startsOn), until: date(each.endsOn) })}</span>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('leave.removeNamed', { from: date(each.startsOn) })}
                onClick={() => void takeBack(each)}
              >
                {t('leave.remove')}
              </Button>
            </div>
            {each.reason && <span className={styles.quiet}>{each.reason}</span>}
          </li>
        ))}
      </ul>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {(['startsOn', 'endsOn'] as const).map((each) => (
          <TextInput
            key={each}
            type="date"
            label={t(`leave.${each}`)}
            value={days[each]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setDays((now) => ({ ...now, [each]: value }));
            }}
            required
          />
        ))}
        <TextInput
          label={t('leave.reason')}
          value={days.reason}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setDays((now) => ({ ...now, reason: value }));
          }}
        />
        {adding.refusal && <RefusalNote>{adding.refusal.message}</RefusalNote>}
        <Button type="submit" disabled={!days.startsOn || !days.endsOn} busy={adding.loading}>
          {t('leave.add')}
        </Button>
      </form>
    </Section>
  );
}
