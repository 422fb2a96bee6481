import { useQuery } from '@apollo/client/react';
import { Autocomplete } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UNITS } from '../fields/fields.documents.js';

interface Props {
  value: string;
  onChange: (name: string) => void;
  error?: string;
}

/** A unit by its name; a new name makes a new unit. */
export function UnitNameField({ value, onChange, error }: Props) {
  const { t } = useTranslation('people');
  const { data } = useQuery(UNITS);
  const units = data?.orgUnits;
  const names = useMemo(() => [...new Set((units ?? []).map((unit) => unit.name))], [units]);
  return (
    <Autocomplete
      label={t('fields.unit')}
      description={t('add.unitHint')}
      data={names}
      limit={60}
      value={value}
      error={error}
      onChange={onChange}
      required
    />
  );
}
