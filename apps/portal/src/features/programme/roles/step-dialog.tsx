import { useQuery } from '@apollo/client/react';
import { Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Lattice, LATTICE_QUERIES, ROLE_LATTICE, type StepKind } from './lattice.documents.js';
import { ADD_STEP } from './steps.documents.js';
import styles from './dialogs.module.css';
import { StepFields } from './step-fields.js';

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
        <StepFields kind={kind} onKind={setKind} note={note} onNote={setNote} />
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
