import { useQuery } from '@apollo/client/react';
import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { DraftSkillSelect } from './draft-skill-select.js';
import { type DraftSkill, SHOWS_STRUCTURE } from './framework-draft.documents.js';
import { MERGE_FACTS, MERGE_SKILLS } from './merge-skill.documents.js';
import { ImpactList } from './impact-list.js';
import { SimilarSkills } from './similar-skills.js';
import styles from './skill-workspace.module.css';

interface Props {
  frameworkId: string;
  skill: DraftSkill;
  onClose: () => void;
  onMerged: (survivorId: string) => void;
}

/** Two skills that are the same: which one stays, what is built on the other, and what its levels mean on the scale of the one. */
export function MergeSkillDialog({ frameworkId, skill, onClose, onMerged }: Props) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const [survivorId, choose] = useState<string | null>(null);
  const [meanings, setMeanings] = useState<Readonly<Record<number, string>>>({});
  const { data } = useQuery(MERGE_FACTS, {
    variables: { from: skill.id, to: survivorId ?? '', frameworkId },
    skip: !survivorId,
    fetchPolicy: 'network-only',
  });
  const [merge, { loading, refusal, failed }] = useResultMutation(MERGE_SKILLS, { refetch: SHOWS_STRUCTURE });
  const facts = survivorId ? data?.levelMeanings : null;
  const otherScale = facts && facts.from.id !== facts.to.id ? facts : null;
  const impact = data?.frameworkSkill?.builtOn ?? [];
  const submit = async () => {
    if (!survivorId) return;
    const levels = otherScale
      ? Object.entries(meanings).map(([from, to]) => ({ from: Number(from), to: Number(to) }))
      : [];
    const { ok } = await merge({ frameworkId, input: { duplicateId: skill.id, survivorId, levels } });
    if (!ok) return;
    toast(t('merge.done', { name: skill.name, survivor: ok.name }));
    onMerged(ok.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('merge.title', { name: skill.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {!survivorId && (
          <SimilarSkills name={skill.name} frameworkId={frameworkId} exceptSkillId={skill.id} onChoose={choose} />
        )}
        <DraftSkillSelect
          label={t('merge.survivor')}
          description={t('merge.survivorHint')}
          frameworkId={frameworkId}
          exceptId={skill.id}
          value={survivorId}
          onChange={choose}
          elsewhere
          first
        />
        {otherScale && (
          <fieldset className={styles.form}>
            <legend>{t('merge.levels')}</legend>
            <p className={styles.facts}>{otherScale.crosswalk ? t('merge.suggested') : t('merge.noCrosswalk')}</p>
            {otherScale.from.levels.map((level) => {
              const suggested = otherScale.pairs.find((pair) => pair.from === level.ordinal)?.to ?? [];
              return (
                <Select
                  key={level.id}
                  label={`${level.ordinal} ${level.label}`}
                  placeholder={t('merge.chooseLevel')}
                  clearable
                  value={meanings[level.ordinal] ?? null}
                  data={otherScale.to.levels.map((each) => ({
                    value: String(each.ordinal),
                    label: `${each.ordinal} ${each.label}${suggested.includes(each.ordinal) ? ` (${t('merge.isSuggested')})` : ''}`,
                  }))}
                  onChange={(to) =>
                    setMeanings((now) => {
                      const { [level.ordinal]: _, ...rest } = now;
                      return to ? { ...rest, [level.ordinal]: to } : rest;
                    })
                  }
                />
              );
            })}
          </fieldset>
        )}
        {survivorId && impact.length > 0 && <ImpactList impact={impact} />}
        <Note>{t('merge.nobodyMoves')}</Note>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!survivorId} busy={loading}>
            {t('merge.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
