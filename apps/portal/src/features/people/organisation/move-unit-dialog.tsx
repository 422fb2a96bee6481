import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { FormDialog } from '../fields/form-dialog.js';
import form from '../fields/people-form.module.css';
import { problemAt } from '../fields/problem-at.js';
import { UnitSelect } from '../fields/unit-select.js';
import { MOVE_UNIT, type Unit } from './organisation.documents.js';
import { aboveOf, branchOf, canMoveTo } from './unit-tree.rules.js';

interface Props {
  unit: Unit;
  units: readonly Unit[];
  /** Where it was dropped. */
  moveTo?: string | null;
  onMoved: (above: readonly string[]) => void;
  onClose: () => void;
}

/** To another place, with all that is below it. The same for whoever dragged it there. */
export function MoveUnitDialog({ unit, units, moveTo, onMoved, onClose }: Props) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [below, setBelow] = useState(moveTo ?? null);
  const [atTop, setAtTop] = useState(moveTo === null);
  const branch = useMemo(() => branchOf(units, unit.id), [units, unit.id]);
  const [move, { loading, refusal, failed }] = useResultMutation(MOVE_UNIT, { refetch: ['OrganisationTree', 'Units'] });
  const parentId = atTop ? null : below;
  const chosen = (atTop || below !== null) && canMoveTo(units, unit.id, parentId);
  const send = async () => {
    const { ok } = await move({ id: unit.id, parentId });
    if (!ok) return;
    const above = units.find((each) => each.id === parentId);
    toast(
      above ? t('moveUnit.done', { name: unit.name, above: above.name }) : t('moveUnit.doneTop', { name: unit.name }),
    );
    onMoved(parentId ? [parentId, ...aboveOf(units, parentId)] : []);
  };
  return (
    <FormDialog
      title={t('moveUnit.title', { name: unit.name })}
      act={t('moveUnit.act')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={loading}
      disabled={!chosen}
      refusal={refusal}
      failed={failed}
      fields={['parentId']}
    >
      <UnitSelect
        className={form.wide}
        label={t('moveUnit.to')}
        value={atTop ? null : below}
        error={problemAt(refusal, 'parentId')}
        onChange={setBelow}
        without={branch}
        disabled={atTop}
        openOnFocus={false}
        data-autofocus
      />
      <Checkbox
        className={form.wide}
        label={t('fields.atTheTop')}
        checked={atTop}
        disabled={unit.parentId === null}
        onChange={(event) => setAtTop(event.currentTarget.checked)}
      />
      <div className={form.consequences}>
        <p>{t('moveUnit.lead')}</p>
        <ul>
          <li>{t('moveUnit.people', { count: unit.headcount })}</li>
          {branch.size > 1 && <li>{t('moveUnit.units', { count: branch.size - 1 })}</li>}
          <li>{t('moveUnit.limits')}</li>
        </ul>
      </div>
    </FormDialog>
  );
}
