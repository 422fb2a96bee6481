import { MultiSelect, Popover } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { useSkillsFound } from '../../lib/use-skills-found.js';
import type { MapModel } from './map-model.js';
import styles from './team-page.module.css';
import type { MapView, useMapPlace } from './use-skill-map.js';

const MOST_COLUMNS = 60;

interface Props {
  model: MapModel;
  place: Pick<MapView, 'skillIds'>;
  go: ReturnType<typeof useMapPlace>[1];
}

/** Which skills are columns: those that jobs here ask, those of shared goals, or any that is found. */
export function ColumnChooser({ model, place, go }: Props) {
  const { t } = useTranslation('team');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const { found } = useSkillsFound(settled.trim());
  const shown = model.columns.map(({ skill }) => skill);
  const names = new Map([...shown, ...model.further, ...found].map(({ id, name }) => [id, name]));
  const aimedAt = model.columns.filter(({ goal }) => goal.some((level) => level > 0)).map(({ skillId }) => skillId);
  const choose = (ids: readonly string[]) => go({ skills: ids.length > 0 ? ids.join(',') : null, skill: null });
  return (
    <Popover position="bottom-start" width={380} trapFocus shadow="md">
      <Popover.Target>
        <Button icon={<IconColumns3 size={16} stroke={1.6} aria-hidden />}>
          {t('columns.act', { count: shown.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.chooser}>
        <MultiSelect
          label={t('columns.label')}
          description={t('columns.hint')}
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={shown.map(({ id }) => id)}
          onChange={choose}
          searchable
          searchValue={typed}
          onSearchChange={setTyped}
          maxValues={MOST_COLUMNS}
          classNames={{ input: styles.columns }}
          comboboxProps={{ withinPortal: false }}
        />
        <div className={styles.chooserActs}>
          <Button onClick={() => choose([])} disabled={place.skillIds === null}>
            {t('columns.asked')}
          </Button>
          {aimedAt.length > 0 && <Button onClick={() => choose(aimedAt)}>{t('columns.goals')}</Button>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
