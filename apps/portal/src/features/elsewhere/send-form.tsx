import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { SEND, type Shown } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';
import { type ChosenSkill, SkillRows, withLevels } from './skill-rows.js';

/** What it is said to show, and whose it is; then it is sent to be looked at. */
export function SendForm({ of }: { of: Shown }) {
  const { t } = useTranslation('elsewhere');
  const toast = useToast();
  const [chosen, setChosen] = useState<ChosenSkill[]>(
    of.skills.map(({ skill, ordinal }) => ({ skillId: skill.id, name: skill.name, ordinal })),
  );
  const [declaration, setDeclaration] = useState(of.declaration);
  const [send, { loading, refusal, failed }] = useResultMutation(SEND, { refetch: ['Elsewhere', 'MyElsewhere'] });
  const declares = of.recipient !== 'MATCHED';
  const lacks = chosen.some(({ ordinal }) => ordinal === null) || (declares && !declaration.trim());
  const run = async () => {
    const { ok } = await send({
      input: { id: of.id, skills: withLevels(chosen), declaration: declares ? declaration : null },
    });
    if (ok) toast(t('send.done'));
  };
  return (
    <Section title={t('send.title')} voice="record">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks) void run();
        }}
      >
        <p className={styles.words}>{t('send.lead')}</p>
        <SkillRows chosen={chosen} suggestions={of.suggestions} onChange={setChosen} />
        {declares && (
          <Textarea
            label={t('send.declaration')}
            description={t('send.declarationHint')}
            value={declaration}
            autosize
            minRows={2}
            required
            onChange={(event) => setDeclaration(event.currentTarget.value)}
          />
        )}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.ends}>
          <Button type="submit" variant="primary" disabled={lacks} busy={loading}>
            {t('send.act')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
