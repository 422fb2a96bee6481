import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { DraftSkillSelect } from './draft-skill-select.js';
import { ADD_SKILL, SHOWS_STRUCTURE } from './framework-draft.documents.js';
import { SimilarSkills } from './similar-skills.js';
import { KINDS } from './skill-editor.js';
import styles from './skill-workspace.module.css';

interface Props {
  frameworkId: string;
  /** Below which it goes unless another is chosen. */
  parentId: string | null;
  onClose: () => void;
  onAdded: (skillId: string) => void;
}

/** A new skill of a draft. What is nearly the same is shown while the name is typed. */
export function AddSkillDialog({ frameworkId, parentId, onClose, onAdded }: Props) {
  const { t } = useTranslation('frameworks');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('SKILL');
  const [parent, setParent] = useState<string | null>(null);
  const [below, setBelow] = useState(false);
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_SKILL, { refetch: SHOWS_STRUCTURE });
  const submit = async () => {
    const { ok } = await add({ frameworkId, input: { name, kind, parentId: below ? parentId : parent } });
    if (ok) onAdded(ok.id);
  };
  return (
    <Modal opened onClose={onClose} title={t('add.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void submit();
        }}
      >
        <TextInput
          label={t('edit.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
        <SimilarSkills name={name} frameworkId={frameworkId} />
        <Select
          label={t('edit.kind')}
          value={kind}
          allowDeselect={false}
          data={KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
          onChange={(each) => each && setKind(each as (typeof KINDS)[number])}
        />
        {parentId && (
          <Checkbox
            label={t('add.belowChosen')}
            checked={below}
            onChange={(event) => setBelow(event.currentTarget.checked)}
          />
        )}
        {!below && (
          <DraftSkillSelect
            label={t('add.below')}
            description={t('add.belowHint')}
            frameworkId={frameworkId}
            exceptId=""
            value={parent}
            onChange={setParent}
          />
        )}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!name.trim()} busy={loading}>
            {t('add.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
