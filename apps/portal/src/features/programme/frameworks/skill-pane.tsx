import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { LevelTile } from '../../../components/level-tile.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import type { Framework } from './framework.documents.js';
import { type DraftSkill, FRAMEWORK_SKILL, REMOVE_SKILL, SHOWS_STRUCTURE } from './framework-draft.documents.js';
import { MergeSkillDialog } from './merge-skill-dialog.js';
import { MoveSkillDialog } from './move-skill-dialog.js';
import { SkillEditor } from './skill-editor.js';
import { SkillRelations } from './skill-relations.js';
import { useUndoStep } from './use-undo-step.js';
import shared from './framework.module.css';
import styles from './skill-workspace.module.css';

interface Props {
  framework: Framework;
  skillId: string;
  choose: (skillId: string) => void;
}

/** The chosen skill: to read in a published version, to write in a draft. */
export function SkillPane({ framework, skillId, choose }: Props) {
  const { t } = useTranslation('frameworks');
  const { data, error, refetch } = useQuery(FRAMEWORK_SKILL, { variables: { frameworkId: framework.id, skillId } });
  const skill = data?.frameworkSkill;
  if (error && !skill) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={6} />;
  if (!skill) return <EmptyState title={t('pane.gone')}>{t('pane.goneBody')}</EmptyState>;
  const edits = framework.viewerCan.includes('edit');
  return (
    <article>
      <header className={styles.head}>
        {skill.ancestors.length > 0 && (
          <span className={styles.path}>{skill.ancestors.map(({ name }) => name).join(' › ')}</span>
        )}
        <h2>{skill.name}</h2>
        {edits ? (
          <Acts framework={framework} skill={skill} choose={choose} />
        ) : (
          framework.state !== 'DRAFT' && <TextLink to={`/programme/skills/${skill.id}`}>{t('pane.page')}</TextLink>
        )}
      </header>
      {edits ? (
        <SkillEditor key={skill.revisionId} frameworkId={framework.id} skill={skill} />
      ) : (
        <Wording skill={skill} />
      )}
      <SkillRelations frameworkId={framework.id} skill={skill} edits={edits} />
    </article>
  );
}

function Acts({ framework, skill, choose }: { framework: Framework; skill: DraftSkill; choose: (id: string) => void }) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const undo = useUndoStep();
  const [dialog, setDialog] = useState<'move' | 'merge' | null>(null);
  const [remove, { loading }] = useResultMutation(REMOVE_SKILL, { refetch: SHOWS_STRUCTURE });
  const takeOut = async () => {
    const { ok, refusal } = await remove({ frameworkId: framework.id, skillId: skill.id });
    if (!ok) return toast(refusal?.message ?? t('unreachable'));
    const step = ok.steps[0];
    choose('');
    toast(t('pane.removed', { name: skill.name }), {
      undo: step && (() => void undo(step.id).then(() => choose(skill.id))),
    });
  };
  return (
    <div className={styles.acts}>
      <Button size="small" onClick={() => setDialog('move')}>
        {t('pane.move')}
      </Button>
      <Button size="small" onClick={() => setDialog('merge')}>
        {t('pane.merge')}
      </Button>
      <Button size="small" busy={loading} onClick={() => void takeOut()}>
        {t('pane.remove')}
      </Button>
      {dialog === 'move' && (
        <MoveSkillDialog frameworkId={framework.id} skill={skill} onClose={() => setDialog(null)} />
      )}
      {dialog === 'merge' && (
        <MergeSkillDialog
          frameworkId={framework.id}
          skill={skill}
          onClose={() => setDialog(null)}
          onMerged={(id) => {
            setDialog(null);
            choose(id);
          }}
        />
      )}
    </div>
  );
}

function Wording({ skill }: { skill: DraftSkill }) {
  const { t } = useTranslation('frameworks');
  return (
    <>
      <p className={styles.facts}>
        {[t(`kind.${skill.kind}`), skill.category && t(`category.${skill.category}`), skill.coding]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {skill.synonyms.length > 0 && (
        <p className={styles.facts}>{t('pane.also', { names: skill.synonyms.join(', ') })}</p>
      )}
      <p className={styles.prose}>{skill.description || t('pane.noDescription')}</p>
      {skill.levels
        .filter(({ descriptors }) => descriptors.length > 0)
        .map(({ level, descriptors }) => (
          <section key={level.id} className={shared.level}>
            <LevelTile level={level.ordinal} />
            <div>
              <h2>{level.label}</h2>
              <ul className={shared.bullets}>
                {descriptors.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </div>
          </section>
        ))}
      {skill.notes && <p className={styles.prose}>{skill.notes}</p>}
    </>
  );
}
