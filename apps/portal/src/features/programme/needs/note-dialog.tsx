import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { SkillSelect } from '../skill-select.js';
import { type Note, SAVE_NOTE } from './needs.documents.js';
import styles from './needs.module.css';

const HORIZONS = ['NOW', 'NEXT', 'LATER'] as const;

/** A note: what is expected, when, and which skills it concerns. */
export function NoteDialog({ note, onClose }: { note: Note | null; onClose: () => void }) {
  const { t } = useTranslation('needs');
  const [title, setTitle] = useState(note?.title ?? '');
  const [body, setBody] = useState(note?.body ?? '');
  const [horizon, setHorizon] = useState<(typeof HORIZONS)[number] | null>(note?.horizon ?? null);
  const [skills, setSkills] = useState<readonly { id: string; name: string }[]>(note?.skills ?? []);
  const [save, { loading, refusal, failed }] = useResultMutation(SAVE_NOTE, {
    refetch: ['StrategyNotes', 'SkillNeeds'],
  });
  const submit = async () => {
    if (!horizon) return;
    const skillIds = skills.map(({ id }) => id);
    const { ok } = await save({
      input: { id: note?.id, expectedRevision: note?.revision, title, body, horizon, skillIds },
    });
    if (ok) onClose();
  };
  // t('needs:note.editTitle') t('needs:note.add')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(note ? 'note.editTitle' : 'note.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          label={t('note.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          data-autofocus
        />
        <Textarea
          label={t('note.body')}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          autosize
          minRows={3}
        />
        <SegmentedChoice
          label={t('note.horizon')}
          hideLabel={false}
          options={HORIZONS.map((each) => ({ value: each, label: t(`horizon.${each}`) }))}
          value={horizon}
          onChange={setHorizon}
        />
        <SkillSelect
          adding={t('note.skills')}
          value={null}
          onChange={(skill) => setSkills((now) => [...now.filter(({ id }) => id !== skill.id), skill])}
        />
        <ul className={styles.chosen}>
          {skills.map(({ id, name }) => (
            <li key={id}>
              {name}
              <Button
                size="small"
                variant="quiet"
                aria-label={t('note.without', { name })}
                onClick={() => setSkills((now) => now.filter((each) => each.id !== id))}
              >
                {t('note.remove')}
              </Button>
            </li>
          ))}
        </ul>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!title.trim() || !horizon} busy={loading}>
            {t('note.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
