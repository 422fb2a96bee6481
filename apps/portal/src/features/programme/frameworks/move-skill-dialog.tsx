import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { DraftSkillSelect } from './draft-skill-select.js';
import { type DraftSkill, MOVE_SKILL, SHOWS_STRUCTURE } from './framework-draft.documents.js';
import styles from './skill-workspace.module.css';

/** Where in the tree a skill stands: below another, or at the top. */
export function MoveSkillDialog({
  frameworkId,
  skill,
  onClose,
}: {
  frameworkId: string;
  skill: DraftSkill;
  onClose: () => void;
}) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const [to, setTo] = useState<string | null>(null);
  const [move, { loading, refusal, failed }] = useResultMutation(MOVE_SKILL, { refetch: SHOWS_STRUCTURE });
  const parents = skill.relations.filter(({ type, origin }) => type === 'isChildOf' && origin?.id === skill.id);
  const go = async (toParentId: string | null) => {
    const { ok } = await move({ frameworkId, input: { skillId: skill.id, toParentId } });
    if (!ok) return;
    toast(t('move.done', { name: skill.name }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('move.title', { name: skill.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (to) void go(to);
        }}
      >
        {parents.length > 1 && <p>{t('move.several', { count: parents.length })}</p>}
        <DraftSkillSelect
          label={t('move.below')}
          frameworkId={frameworkId}
          exceptId={skill.id}
          value={to}
          first
          onChange={setTo}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {parents.length > 0 && (
            <Button disabled={loading} onClick={() => void go(null)}>
              {t('move.top')}
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={!to} busy={loading}>
            {t('move.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
