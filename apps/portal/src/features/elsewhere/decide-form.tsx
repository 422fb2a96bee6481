import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { DECIDE, type Outcome, type Shown } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';
import { type ChosenSkill, SkillRows, withLevels } from './skill-rows.js';

const OUTCOMES: readonly Outcome[] = ['RECOGNISED', 'RPL_REQUIRED', 'INFORMATION_ONLY'];

/** What it counts for: one of three, with a reason that its holder reads. */
export function DecideForm({ of }: { of: Shown }) {
  const { t } = useTranslation('elsewhere');
  const toast = useToast();
  const said = of.recognised.length > 0 ? of.recognised : of.skills;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [chosen, setChosen] = useState<ChosenSkill[]>(
    said.map(({ skill, ordinal }) => ({ skillId: skill.id, name: skill.name, ordinal })),
  );
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [known, setKnown] = useState(false);
  const [decide, { loading, refusal, failed }] = useResultMutation(DECIDE, {
    refetch: ['Elsewhere', 'ElsewhereWaiting'],
  });
  const counts = outcome === 'RECOGNISED';
  const lacks =
    !outcome ||
    !reason.trim() ||
    (counts && (withLevels(chosen).length === 0 || withLevels(chosen).length < chosen.length));
  const run = async () => {
    if (!outcome) return;
    const counting = counts ? { skills: withLevels(chosen), until: until || null, identityConfirmed: known } : {};
    const { ok } = await decide({ input: { id: of.id, outcome, reason, ...counting } });
    if (ok) toast(t('decide.done'));
  };
  // t('elsewhere:decide.again') t('elsewhere:decide.title') t('elsewhere:decide.RECOGNISED') t('elsewhere:decide.RPL_REQUIRED') t('elsewhere:decide.INFORMATION_ONLY')
  return (
    <Section title={t(of.outcome ? 'decide.again' : 'decide.title')} voice="record">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks) void run();
        }}
      >
        <SegmentedChoice
          label={t('decide.title')}
          options={OUTCOMES.map((each) => ({ value: each, label: t(`outcome.${each}`) }))}
          value={outcome}
          onChange={setOutcome}
        />
        {outcome && <p className={styles.hint}>{t(`decide.${outcome}`)}</p>}
        {counts && (
          <>
            <SkillRows chosen={chosen} suggestions={of.suggestions} onChange={setChosen} />
            <TextInput
              type="date"
              label={t('decide.until')}
              description={t('decide.untilHint')}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            {of.recipient !== 'MATCHED' && (
              <Checkbox
                label={t('decide.known', { name: of.person.displayName })}
                checked={known}
                onChange={(event) => setKnown(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHint')}
          value={reason}
          autosize
          minRows={2}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.ends}>
          <Button type="submit" variant="primary" disabled={lacks} busy={loading}>
            {t('decide.act')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
