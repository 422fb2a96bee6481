import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { StandingShape } from '../../components/standing-shape.js';
import { ColumnChooser } from './column-chooser.js';
import { MapLegend } from './map-legend.js';
import { MonthSlider } from './month-slider.js';
import { type MapModel, TILES } from './map-model.js';
import { RoleCompared } from './role-compared.js';
import { SKILL_MAP_SCOPES } from './team.documents.js';
import styles from './team-page.module.css';
import type { MapView, useMapPlace } from './use-skill-map.js';

interface Props {
  place: MapView;
  go: ReturnType<typeof useMapPlace>[1];
  model: MapModel | null;
}

/** Whom, which skills, measured by what, and on which day. All of it stands in the address. */
export const MapControls = memo(function MapControls({ place, go, model }: Props) {
  const { t } = useTranslation('team');
  const { data } = useQuery(SKILL_MAP_SCOPES);
  const scopes = data?.skillMapScopes;
  // t('team:tile.verified') t('team:tile.observed') t('team:tile.claimed')
  return (
    <>
      <div className={styles.line}>
        <SegmentedChoice
          label={t('scope.label')}
          value={place.directOnly ? 'reports' : 'organisation'}
          options={[
            { value: 'reports', label: scopes ? t('scope.reports', { count: scopes.reports }) : t('scope.myReports') },
            {
              value: 'organisation',
              label: scopes ? t('scope.organisation', { count: scopes.organisation }) : t('scope.myOrganisation'),
            },
          ]}
          onChange={(scope) => go({ scope: scope === 'organisation' ? scope : null, unit: null, ...NOTHING_CHOSEN })}
        />
        {!place.directOnly && scopes && (
          <Select
            aria-label={t('scope.unit')}
            placeholder={t('scope.allUnits')}
            data={[...scopes.units]
              .sort((one, other) => other.people - one.people || one.name.localeCompare(other.name))
              .map(({ id, name, people }) => ({ value: id, label: t('scope.unitOf', { name, count: people }) }))}
            value={place.unit}
            onChange={(unit) => go({ unit, ...NOTHING_CHOSEN })}
            clearable
            searchable
            limit={100}
          />
        )}
        <RoleCompared roleId={place.role} onChange={(role) => go({ role, skills: null, ...NOTHING_CHOSEN })} />
        {model && <ColumnChooser model={model} place={place} go={go} />}
        <MonthSlider
          months={place.months}
          onChange={(months) => go({ months: months === 0 ? null : String(months) })}
        />
      </div>
      {/* Of more people than a map shows there are numbers, and no tiles to choose or explain. */}
      <div className={styles.line} hidden={model !== null && model.people.length === 0}>
        <span className={styles.said} aria-hidden>
          {t('tile.label')}
        </span>
        <SegmentedChoice
          label={t('tile.label')}
          value={place.tile}
          options={TILES.map((tile) => ({
            value: tile,
            label: (
              <>
                <StandingShape standing={tile} /> {t(`tile.${tile}`)}
              </>
            ),
          }))}
          onChange={(tile) => go({ tile: tile === 'verified' ? null : tile })}
        />
        {model && model.columns.length > 0 && <MapLegend column={model.columns[0]} />}
      </div>
    </>
  );
});

const NOTHING_CHOSEN = { person: null, skill: null, what: null, who: null, certified: null };
