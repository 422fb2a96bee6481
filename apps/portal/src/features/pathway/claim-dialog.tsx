import { Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { type SkillChoice, SkillLevelFields } from '../../components/skill-level-fields.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './dialogs.module.css';
import { CLAIM_SKILL, type SkillRow, WITHDRAW_CLAIM } from './skills.documents.js';

const REFETCH = { refetch: ['MySkills', 'Home'] };

/** What one can do, in the own words. It counts for nothing until it is assessed, and the dialog says so. */
export function ClaimDialog({ row, onClose }: { row: SkillRow | null; onClose: () => void }) {
  const { t } = useTranslation('pathway');
  const toast = useToast();
  const [skill, setSkill] = useState<SkillChoice | null>(row?.skill ?? null);
  const [level, setLevel] = useState<number | null>(row?.claimed?.level?.ordinal ?? null);
  const [words, setWords] = useState(row?.claimed?.words ?? '');
  const [claim, { loading, refusal, failed }] = useResultMutation(CLAIM_SKILL, REFETCH);
  const [withdraw, withdrawing] = useResultMutation(WITHDRAW_CLAIM, REFETCH);
  const save = async () => {
    if (!skill || level === null) return;
    const { ok } = await claim({ input: { skillId: skill.id, level, words } });
    if (!ok) return;
    toast(t('claim.done', { skill: skill.name }));
    onClose();
  };
  const takeBack = async () => {
    const { ok } = await withdraw({ skillId: skill?.id ?? '' });
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('claim.title')} size={560} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SkillLevelFields skill={skill} onSkill={setSkill} level={level} onLevel={setLevel} fixed={row !== null} />
        <Textarea
          label={t('claim.words')}
          description={t('claim.wordsHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={2000}
          minRows={3}
          autosize
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {(failed ?? withdrawing.failed) && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          {row?.claimed && (
            <Button variant="quiet" busy={withdrawing.loading} onClick={() => void takeBack()}>
              {t('claim.takeBack')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!skill || level === null}>
            {t('claim.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
