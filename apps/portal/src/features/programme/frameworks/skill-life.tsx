import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Section } from '../../../components/page.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { ConversionOffer } from './conversion-offer.js';
import { ImpactList } from './impact-list.js';
import { BRING_BACK_SKILL, RETIRE_SKILL, SKILL_LIFE, type SkillLife as Life } from './keeping.documents.js';
import { SkillRelations } from './skill-relations.js';
import styles from './skill-workspace.module.css';

interface Props {
  id: string;
  name: string;
  frameworkId: string;
  /** What it means, level by level: read before what is built on it. */
  children: ReactNode;
}

/** What the years do to a skill: other names, relations, retirement, by what it is replaced, and what is built on it. */
export function SkillLife({ id, name, frameworkId, children }: Props) {
  const { t } = useTranslation('frameworks');
  const { date } = useFormat();
  const keeps = useViewer().may('framework.manage');
  const { data } = useQuery(SKILL_LIFE, { variables: { id } });
  const skill = data?.skill;
  if (!skill) return children;
  return (
    <>
      {skill.retirement && (
        <Note tone="amber">
          {t('life.retired', { date: date(skill.retirement.retiresOn), reason: skill.retirement.reason })}
        </Note>
      )}
      {skill.replacement && (
        <Note>
          {t('life.replaced')}{' '}
          <TextLink to={`/programme/skills/${skill.replacement.id}`}>{skill.replacement.name}</TextLink>.{' '}
          {t('life.nobodyMoves')}
        </Note>
      )}
      {skill.replacement && (
        <ConversionOffer skillId={id} skillName={name} replacement={skill.replacement} taken={skill.myConversions} />
      )}
      {skill.synonyms.length > 0 && (
        <p className={styles.facts}>{t('pane.also', { names: skill.synonyms.join(', ') })}</p>
      )}
      {children}
      <SkillRelations
        frameworkId={frameworkId}
        skill={{ id, name, relations: skill.relations }}
        edits={false}
        toPages
      />
      {keeps && (
        <div className={styles.kept}>
          <Kept id={id} name={name} skill={skill} />
        </div>
      )}
    </>
  );
}

function Kept({ id, name, skill }: { id: string; name: string; skill: Life }) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const [retiring, setRetiring] = useState(false);
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [retire, retired] = useResultMutation(RETIRE_SKILL, { refetch: ['SkillLife'] });
  const [bringBack, brought] = useResultMutation(BRING_BACK_SKILL, { refetch: ['SkillLife'] });
  const refusal = retired.refusal;
  const stops = refusal?.__typename === 'StillBuiltUpon' ? refusal.impact : [];
  return (
    <Section title={t('life.builtOn')}>
      {skill.builtOn.length === 0 ? (
        <p className={styles.facts}>{t('life.nothing')}</p>
      ) : (
        <ImpactList impact={skill.builtOn} />
      )}
      <div className={styles.acts}>
        {skill.retirement ? (
          <Button
            busy={brought.loading}
            onClick={() => void bringBack({ skillId: id }).then(({ ok }) => ok && toast(t('life.isBack')))}
          >
            {t('life.bringBack')}
          </Button>
        ) : (
          <Button onClick={() => setRetiring(true)}>{t('life.retire')}</Button>
        )}
      </div>
      {brought.refusal && <RefusalNote>{brought.refusal.message}</RefusalNote>}
      {brought.failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      {retiring && (
        <ConfirmDialog
          open
          title={t('life.retireTitle', { name })}
          act={t('life.retire')}
          reasonLabel={t('life.reason')}
          busy={retired.loading}
          onClose={() => {
            retired.clear();
            setRetiring(false);
          }}
          onConfirm={(reason) =>
            void retire({ skillId: id, retiresOn: on, reason }).then(({ ok }) => {
              if (ok) setRetiring(false);
            })
          }
        >
          <p>{t('life.retireBody')}</p>
          <TextInput
            type="date"
            label={t('life.from')}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
          {retired.failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
          {stops.length > 0 && <ImpactList impact={stops} />}
        </ConfirmDialog>
      )}
    </Section>
  );
}
