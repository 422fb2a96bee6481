import { useQuery } from '@apollo/client/react';
import { Modal, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { ADD_STEP, type Lattice, LATTICE_QUERIES, ROLE_LATTICE, type StepKind } from './roles.documents.js';
import styles from './dialogs.module.css';

interface Props {
  lattice: Lattice;
  fromId: string;
  /** Where the line was drawn to; null: chosen here. */
  toId: string | null;
  /** Taken from a suggestion. */
  suggested?: boolean;
  onClose: () => void;
}

/** A step from one rung to another: the same for a line that was drawn and for one that is chosen by keyboard. */
export function StepDialog({ lattice, fromId, toId, suggested = false, onClose }: Props) {
  const { t } = useTranslation('roles');
  const [kind, setKind] = useState<StepKind>('LATERAL');
  const [note, setNote] = useState('');
  const [to, setTo] = useState(toId);
  const [typed, type] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const { data, previousData } = useQuery(ROLE_LATTICE, {
    variables: { frameworkId: lattice.framework.id, familyIds: null, search: settled || null },
  });
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_STEP, { refetch: LATTICE_QUERIES });
  const known = [...lattice.roles, ...((data ?? previousData)?.roleLattice?.roles ?? [])];
  const own = known.find((role) => role.levels.some((level) => level.id === fromId));
  const from = own?.levels.find((level) => level.id === fromId);
  const found = new Map(
    known
      .filter((role) => role.id !== own?.id)
      .flatMap((role) =>
        role.levels.map((level) => [level.id, t('levelOfRole', { level: level.name, role: role.name })] as const),
      ),
  );
  const submit = async () => {
    if (!to) return;
    const { ok } = await add({ input: { fromLevelId: fromId, toLevelId: to, kind, note: note.trim(), suggested } });
    if (ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('addStepFrom', { name: from?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Select
          label={t('stepLeadsTo')}
          searchable
          searchValue={typed}
          onSearchChange={type}
          data={[...found].slice(0, 200).map(([value, label]) => ({ value, label }))}
          value={to}
          onChange={setTo}
          data-autofocus={toId === null || undefined}
          openOnFocus={false}
          required
        />
        <SegmentedChoice
          label={t('stepKind')}
          hideLabel={false}
          options={[
            { value: 'LATERAL', label: t('kind.LATERAL') },
            { value: 'LADDER', label: t('kind.LADDER') },
            { value: 'BRANCH', label: t('kind.BRANCH') },
          ]}
          value={kind}
          onChange={setKind}
        />
        <p className={styles.hint}>{t(`kindHint.${kind}`)}</p>
        <TextInput
          label={t('stepNote')}
          description={t('stepNoteHint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={500}
        />
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!to} busy={loading}>
            {t('addStep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
// t('roles:kindHint.LADDER') t('roles:kindHint.LATERAL') t('roles:kindHint.BRANCH')
