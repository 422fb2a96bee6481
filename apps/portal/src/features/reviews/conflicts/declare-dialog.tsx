import { useQuery } from '@apollo/client/react';
import { Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { type Choice, SearchSelect } from '../../../components/search-select.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { type ConflictKind, KINDS, useKindWords } from './conflict-words.js';
import { COLLEAGUE_CHOICES, DECLARE_CONFLICT } from './conflicts.documents.js';
import styles from './declare-dialog.module.css';

/** Says to whom one is too near, and why. */
export function DeclareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('reviews');
  const kinds = useKindWords();
  const [words, setWords] = useState('');
  const [person, setPerson] = useState<Choice | null>(null);
  const [kind, setKind] = useState<ConflictKind>('FRIENDSHIP');
  const [note, setNote] = useState('');
  const { data, previousData } = useQuery(COLLEAGUE_CHOICES, { variables: { search: words || null } });
  const [declare, { loading, refusal, failed }] = useResultMutation(DECLARE_CONFLICT, {
    refetch: ['MyConflicts', 'ConflictDeclarations', 'ReviewQueue', 'ReviewCounts'],
  });
  const found = (data ?? previousData)?.people.edges.map(({ node }) => ({
    value: node.id,
    label: node.displayName,
    hint: node.employment?.jobTitle,
  }));
  const save = async () => {
    if (!person) return;
    const { ok } = await declare({ otherPersonId: person.value, kind, note });
    if (ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('conflicts.declareTitle')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t('conflicts.declareBody')}</p>
        <SearchSelect
          label={t('conflicts.who')}
          value={person}
          found={found ?? []}
          onSearch={setWords}
          onChange={setPerson}
          nothingFoundMessage={t('conflicts.nobody')}
          required
          data-autofocus
        />
        <Select
          label={t('conflicts.why')}
          data={KINDS.map((value) => ({ value, label: kinds[value] }))}
          value={kind}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'OTHER')}
          allowDeselect={false}
        />
        <Textarea
          label={t('conflicts.note')}
          description={t('conflicts.noteHint')}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {(refusal ?? failed) && <RefusalNote>{refusal?.message ?? t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('conflicts.cancel')}</Button>
          <Button variant="primary" type="submit" busy={loading} disabled={!person}>
            {t('conflicts.declareAct')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
