import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { PROPOSE_SKILL } from './keeping.documents.js';
import { SimilarSkills } from './similar-skills.js';
import styles from './skill-workspace.module.css';

/** A skill that somebody misses: its name, why, and what shows that it is needed. */
export function ProposeSkillDialog({ frameworkId, onClose }: { frameworkId: string; onClose: () => void }) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const [evidence, setEvidence] = useState('');
  const [propose, { loading, refusal, failed }] = useResultMutation(PROPOSE_SKILL, { refetch: ['SkillProposals'] });
  const submit = async () => {
    const { ok } = await propose({ input: { frameworkId, name, why, evidence } });
    if (!ok) return;
    toast(t('propose.done', { name: name.trim() }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('propose.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          label={t('propose.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
        <SimilarSkills name={name} />
        <Textarea
          label={t('propose.why')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          autosize
          minRows={3}
          required
        />
        <Textarea
          label={t('propose.evidence')}
          description={t('propose.evidenceHint')}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!name.trim() || !why.trim()} busy={loading}>
            {t('propose.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
