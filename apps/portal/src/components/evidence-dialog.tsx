import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { Modal, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isWebAddress } from '../lib/evidence-files.js';
import { Button } from './button.js';
import styles from './evidence-dialog.module.css';
import { type ChosenSkill, SkillsChoice } from './skills-choice.js';
import { RefusalNote } from './states.js';

export interface EvidenceDraft {
  title: string;
  note: string;
  madeOn: string | null;
  tags: string[];
  skills: readonly ChosenSkill[];
  url: string;
  text: string;
}

const EMPTY: EvidenceDraft = { title: '', note: '', madeOn: null, tags: [], skills: [], url: '', text: '' };

interface Props {
  /** What is written: a link, a text, or the words around a file or around what somebody else said. */
  kind: 'LINK' | 'TEXT' | 'FILE' | 'SAID';
  title: string;
  act: string;
  start?: EvidenceDraft;
  /** Null when it is kept, otherwise why not. */
  onSave: (draft: EvidenceDraft) => Promise<string | null>;
  onClose: () => void;
}

/** One form for a link, a text and for editing any item. It is mounted while it is open. */
export function EvidenceDialog({ kind, title, act, start = EMPTY, onSave, onClose }: Props) {
  const { t } = useTranslation('evidence');
  const { t: kit } = useTranslation('kit');
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (next: Partial<EvidenceDraft>) => setDraft((now) => ({ ...now, ...next }));
  const errors = {
    url: kind === 'LINK' && !isWebAddress(draft.url.trim()) ? t('form.urlNeeded') : null,
    text: kind === 'TEXT' && draft.text.trim() === '' ? t('form.textNeeded') : null,
    title: draft.title.trim() === '' ? t('form.titleNeeded') : null,
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (errors.url || errors.text || errors.title) return;
    setBusy(true);
    const why = await onSave({ ...draft, title: draft.title.trim(), url: draft.url.trim() });
    setBusy(false);
    if (why) setRefusal(why);
    else onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={kind === 'TEXT' ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        {kind === 'LINK' && (
          <TextInput
            label={t('form.url')}
            description={t('form.urlHint')}
            type="url"
            value={draft.url}
            onChange={(event) => set({ url: event.currentTarget.value })}
            error={tried && errors.url}
            data-autofocus
          />
        )}
        <TextInput
          disabled={kind === 'SAID'}
          description={kind === 'SAID' ? t('form.said') : undefined}
          label={t('form.title')}
          value={draft.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={tried && errors.title}
          data-autofocus={kind !== 'LINK' || undefined}
        />
        {kind === 'TEXT' && (
          <Textarea
            label={t('form.text')}
            description={t('form.textHint')}
            minRows={8}
            maxRows={18}
            value={draft.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            error={tried && errors.text}
          />
        )}
        <TextInput
          label={t('form.madeOn')}
          description={t('form.madeOnHint')}
          type="date"
          disabled={kind === 'SAID'}
          value={draft.madeOn ?? ''}
          onChange={(event) => set({ madeOn: event.currentTarget.value || null })}
        />
        <Textarea
          label={t('form.note')}
          description={t('form.noteHint')}
          minRows={2}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <SkillsChoice
          label={t('form.skills')}
          description={t('form.skillsHint')}
          value={draft.skills}
          onChange={(skills) => set({ skills })}
        />
        <TagsInput
          label={t('form.tags')}
          description={t('form.tagsHint')}
          value={draft.tags}
          onChange={(tags) => set({ tags })}
          maxTags={20}
          clearable
        />
        {refusal && <RefusalNote>{refusal}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
