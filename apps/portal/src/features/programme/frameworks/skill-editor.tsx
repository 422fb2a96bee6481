import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { LevelTile } from '../../../components/level-tile.js';
import { SaveState, type Saving } from '../../../components/save-state.js';
import { RefusalNote } from '../../../components/states.js';
import type { AutosaveState } from '../../../lib/autosave.js';
import { TextLines } from '../designer/text-lines.js';
import type { DraftSkill } from './framework-draft.documents.js';
import { SkillConflict } from './skill-conflict.js';
import { useSkillDraft } from './use-skill-draft.js';
import styles from './skill-editor.module.css';

export const KINDS = ['SKILL', 'KNOWLEDGE', 'TOOL', 'GROUP', 'STATEMENT'] as const;
const CATEGORIES = ['TECHNICAL', 'TRANSFERABLE'] as const;

/** The wording of one skill of a draft; everything is saved as it is written. */
export function SkillEditor({ frameworkId, skill }: { frameworkId: string; skill: DraftSkill }) {
  const { t } = useTranslation('frameworks');
  const draft = useSkillDraft(frameworkId, skill);
  const { words, change } = draft;
  useHotkey({
    keys: 'mod+z',
    label: t('edit.undo'),
    group: t('edit.keys'),
    run: draft.undo,
    enabled: draft.canUndo,
  });
  // t('frameworks:kind.SKILL') t('frameworks:kind.KNOWLEDGE') t('frameworks:kind.TOOL')
  // t('frameworks:kind.GROUP') t('frameworks:kind.STATEMENT')
  // t('frameworks:category.TECHNICAL') t('frameworks:category.TRANSFERABLE')
  return (
    <div className={styles.form}>
      <div className={styles.state}>
        <SaveState saving={savingOf(draft.saving, t('edit.kept'))} />
        <Button size="small" variant="quiet" disabled={!draft.canUndo} onClick={draft.undo}>
          {t('edit.undo')}
        </Button>
      </div>
      {draft.conflict && <SkillConflict draft={draft} levels={skill.levels.map(({ level }) => level.label)} />}
      {draft.refusal && <RefusalNote>{draft.refusal}</RefusalNote>}
      <TextInput
        label={t('edit.name')}
        value={words.name}
        onChange={(event) => change('name', event.currentTarget.value)}
        required
      />
      <Textarea
        label={t('edit.description')}
        value={words.description}
        onChange={(event) => change('description', event.currentTarget.value)}
        autosize
        minRows={3}
      />
      <div className={styles.pair}>
        <Select
          label={t('edit.kind')}
          value={words.kind}
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => kind && change('kind', kind as (typeof KINDS)[number])}
        />
        <Select
          label={t('edit.category')}
          value={words.category}
          placeholder={t('edit.notSaid')}
          clearable
          data={CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
          onChange={(category) => change('category', category as (typeof CATEGORIES)[number] | null)}
        />
        <TextInput
          label={t('edit.coding')}
          value={words.coding}
          onChange={(event) => change('coding', event.currentTarget.value)}
        />
      </div>
      <Field label={t('edit.synonyms')}>
        <TextLines
          label={t('edit.synonyms')}
          field="synonyms"
          placeholder={t('edit.synonym')}
          add={t('edit.addSynonym')}
          lines={words.synonyms}
          readOnly={false}
          onChange={(lines) => change('synonyms', lines)}
        />
      </Field>
      {skill.levels.map(({ level }, at) => (
        <Field
          key={level.id}
          label={
            <>
              <LevelTile level={level.ordinal} size="small" /> {level.label}
            </>
          }
        >
          <TextLines
            label={t('edit.canDo', { level: level.label })}
            field={`descriptors.${at}`}
            placeholder={t('edit.canDoHint')}
            quiet
            add={t('edit.addLine')}
            lines={words.descriptors[at] ?? []}
            readOnly={false}
            onChange={(lines) =>
              change(
                'descriptors',
                skill.levels.map((_, each) => (each === at ? lines : (words.descriptors[each] ?? []))),
              )
            }
          />
        </Field>
      ))}
      <Textarea
        label={t('edit.notes')}
        value={words.notes}
        onChange={(event) => change('notes', event.currentTarget.value)}
        autosize
        minRows={2}
      />
    </div>
  );
}

function Field({ label, children }: { label: React.ReactNode; children: React.ReactNode }) {
  return (
    <section className={styles.field}>
      <h3>{label}</h3>
      {children}
    </section>
  );
}

export function savingOf({ saving, unreachable, stopped, savedAt }: AutosaveState, kept: string): Saving {
  if (unreachable || stopped) return { state: 'failed', kept };
  return saving ? { state: 'saving' } : { state: 'saved', at: savedAt };
}
