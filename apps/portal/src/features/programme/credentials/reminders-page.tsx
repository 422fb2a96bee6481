import { useQuery } from '@apollo/client/react';
import '@mantine/core/styles/NumberInput.layer.css';
import { NumberInput, Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { CHANGE_REMINDERS, REMINDERS, type Reminders } from './reminders.documents.js';
import styles from './reminders.module.css';

const MOST = 6;
const EARLIEST = 730;

/** When holders and their managers are reminded that a badge ends. Everything is kept as it is changed. */
export function RemindersPage() {
  const { t } = useTranslation('credentials');
  const { dayAndTime } = useFormat();
  const { data, error, refetch } = useQuery(REMINDERS);
  const settings = data?.reminderSettings;
  return (
    <Page title={t('reminders.title')} width="reading">
      <PageHeader
        title={t('reminders.title')}
        above={<TextLink to="/programme/credentials">{t('title')}</TextLink>}
        below={t('reminders.below')}
        aside={settings?.changedAt && t('reminders.changed', { when: dayAndTime(settings.changedAt) })}
      />
      {error && !settings && <ErrorState onRetry={() => void refetch()} />}
      {!settings && !error && <LoadingRows rows={4} />}
      {settings && <Schedule key={settings.revision} settings={settings} />}
    </Page>
  );
}

function Schedule({ settings }: { settings: Reminders }) {
  const { t } = useTranslation('credentials');
  const toast = useToast();
  const [adding, setAdding] = useState(false);
  const [change, { loading, refusal, failed }] = useResultMutation(CHANGE_REMINDERS, { refetch: ['Reminders'] });
  const { days, tellsManager, revision } = settings;
  const keep = async (input: { days: readonly number[]; tellsManager: boolean }, said: string) => {
    const { ok } = await change({ input: { ...input, days: [...input.days] }, expectedRevision: revision });
    if (!ok) return;
    setAdding(false);
    const before = { days: [...days], tellsManager };
    toast(said, {
      undo: () => void change({ input: before, expectedRevision: ok.revision }),
    });
  };
  const without = (each: number) => days.filter((other) => other !== each);
  const put = (was: number | null, becomes: number) =>
    void keep({ days: [...(was === null ? days : without(was)), becomes], tellsManager }, t('reminders.kept'));
  return (
    <>
      <Section title={t('reminders.when')}>
        {days.length === 0 && !adding && <p className={styles.none}>{t('reminders.none')}</p>}
        <ul className={styles.steps}>
          {days.map((each) => (
            <li key={each}>
              <DaysField value={each} disabled={loading} onKeep={(becomes) => put(each, becomes)} />
              <span>{t('reminders.before', { count: each })}</span>
              <IconButton
                label={t('reminders.remove', { count: each })}
                onClick={() => void keep({ days: without(each), tellsManager }, t('reminders.removed'))}
              >
                <IconX size={16} stroke={1.6} aria-hidden />
              </IconButton>
            </li>
          ))}
          {adding && (
            <li>
              <DaysField value={null} disabled={loading} onKeep={(becomes) => put(null, becomes)} />
              <span>{t('reminders.before', { count: 2 })}</span>
              <IconButton label={t('reminders.giveUp')} onClick={() => setAdding(false)}>
                <IconX size={16} stroke={1.6} aria-hidden />
              </IconButton>
            </li>
          )}
        </ul>
        {!adding && days.length < MOST && (
          <Button icon={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => setAdding(true)}>
            {t('reminders.add')}
          </Button>
        )}
        {(refusal ?? failed) && (
          <RefusalNote>
            {refusal && 'problems' in refusal ? refusal.problems[0]?.message : (refusal?.message ?? t('failed'))}
          </RefusalNote>
        )}
      </Section>
      <Section title={t('reminders.whom')}>
        <Switch
          className={styles.manager}
          label={t('reminders.manager')}
          description={t('reminders.managerHint')}
          checked={tellsManager}
          disabled={loading}
          onChange={(event) => void keep({ days, tellsManager: event.currentTarget.checked }, t('reminders.kept'))}
        />
      </Section>
      <Note>{t('reminders.opens', { count: days[0] ?? 90 })}</Note>
    </>
  );
}

/** Kept when it is left, and not at every key. */
function DaysField(props: { value: number | null; disabled: boolean; onKeep(value: number): void }) {
  const { t } = useTranslation('credentials');
  const { value, disabled, onKeep } = props;
  const input = useRef<HTMLInputElement>(null);
  // Whoever asks for one more goes on typing.
  useEffect(() => {
    if (value === null) input.current?.focus();
  }, [value]);
  return (
    <NumberInput
      aria-label={t('reminders.days')}
      defaultValue={value ?? ''}
      disabled={disabled}
      min={1}
      max={EARLIEST}
      allowDecimal={false}
      clampBehavior="blur"
      w={96}
      ref={input}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value);
        if (typed !== value && typed >= 1 && typed <= EARLIEST) onKeep(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
