import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UNITS } from './fields.documents.js';
import { unitPaths } from './unit-paths.rules.js';

// More would not be read; typing narrows it down.
const MOST_SHOWN = 60;

interface Props extends Omit<SelectProps, 'data'> {
  /** Units that cannot be chosen. */
  without?: ReadonlySet<string>;
}

/** Chooses a unit by the way down to it. */
export function UnitSelect({ without, ...field }: Props) {
  const { t } = useTranslation('people');
  const { data } = useQuery(UNITS);
  const units = data?.orgUnits;
  const choices = useMemo(
    () => unitPaths(units ?? []).filter((choice) => !without?.has(choice.value)),
    [units, without],
  );
  return <Select {...field} data={choices} limit={MOST_SHOWN} searchable nothingFoundMessage={t('fields.noUnit')} />;
}
