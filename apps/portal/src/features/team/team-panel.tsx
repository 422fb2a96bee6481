import type { CoverChange, WhatIf } from '@assay/pathway';
import { useTranslation } from 'react-i18next';
import { CellSources } from './cell-sources.js';
import { CoverPeople } from './cover-people.js';
import type { MapModel } from './map-model.js';
import { Risks } from './risks.js';
import styles from './team-panel.module.css';
import type { MapPlace, useMapPlace } from './use-skill-map.js';
import { WhatIfBox } from './what-if.js';

interface Props {
  model: MapModel;
  place: MapPlace;
  go: ReturnType<typeof useMapPlace>[1];
  what: WhatIf | null;
  changes: readonly CoverChange[];
  ms: number;
  planning: number;
}

/** What would happen if, what the team should watch, and where a number comes from. Never the evidence itself. */
export function TeamPanel({ model, place, go, what, changes, ms, planning }: Props) {
  const { t } = useTranslation('team');
  const row = model.people.findIndex(({ id }) => id === place.person);
  const column = model.columns.find(({ skillId }) => skillId === place.skill);
  return (
    <aside className={styles.panel} aria-label={t('panel')}>
      <WhatIfBox model={model} place={place} go={go} what={what} changes={changes} ms={ms} planning={planning} />
      {column && row >= 0 && <CellSources model={model} column={column} row={row} months={place.months} />}
      {column && row < 0 && <CoverPeople model={model} column={column} what={what} go={go} />}
      {!column && <p className={styles.hint}>{t('choose')}</p>}
      <Risks model={model} go={go} />
    </aside>
  );
}
