import { IconDownload } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useViewer } from '../../lib/viewer.js';
import { CoverOfMany } from './cover-of-many.js';
import { MapControls } from './map-controls.js';
import { type MapModel, workOut } from './map-model.js';
import { SkillMap } from './skill-map.js';
import styles from './team-page.module.css';
import { TeamPanel } from './team-panel.js';
import {
  exportAddress,
  type MapPlace,
  type MapView,
  useMapPlace,
  useMapView,
  useMoment,
  useSkillMap,
  whatIfOf,
} from './use-skill-map.js';

/** People by skills: what is verified on a day, what is needed, what ends, and what would happen if. */
export function TeamPage() {
  const { t } = useTranslation('team');
  const { person } = useViewer();
  const { date } = useFormat();
  const [place, go] = useMapPlace();
  const asOf = useMoment(place.months);
  const { model, error, refetch, waiting } = useSkillMap(place);
  const view = useMapView(place);
  const [planning, setPlanning] = useState(0);
  return (
    <Page title={t('title')}>
      <PageHeader
        title={person.employment?.orgUnit?.name ?? t('title')}
        aside={model && t('asOf', { count: model.size, date: date(model.asOf) })}
        acts={
          model &&
          model.people.length > 0 &&
          model.columns.length > 0 && (
            <>
              <TakeAlong place={view} model={model} asOf={asOf} />
              <Button
                variant="primary"
                onClick={() => {
                  if (!place.what) go({ what: 'LEAVES', who: model.people[0]?.id ?? null });
                  setPlanning(planning + 1);
                }}
              >
                {t('planCover')}
              </Button>
            </>
          )
        }
      />
      <div className={styles.controls}>
        <MapControls place={view} go={go} model={model} />
      </div>
      {error && !model && (
        <div className={styles.state}>
          <ErrorState onRetry={() => void refetch()} />
        </div>
      )}
      {!model && !error && (
        <div className={styles.state}>
          <LoadingRows rows={10} height={46} />
        </div>
      )}
      {model && <Team model={model} place={place} go={go} waiting={waiting} planning={planning} />}
    </Page>
  );
}

interface TeamProps {
  model: MapModel;
  place: MapPlace;
  go: ReturnType<typeof useMapPlace>[1];
  waiting: boolean;
  /** Counts how often the plan was asked for: the panel takes the focus then. */
  planning: number;
}

const Team = memo(function Team({ model, place, go, waiting, planning }: TeamProps) {
  const { t } = useTranslation('team');
  const { what: kind, who, certified } = place;
  const what = useMemo(() => whatIfOf(model, { what: kind, who, certified }), [model, kind, who, certified]);
  const { changes, ms } = useMemo(() => workOut(model, what), [model, what]);
  const empty = emptyOf(model, place);
  // A unit where nobody reports to whoever looks, or skills that are none: the address narrowed it to nothing.
  const [byUnit, bySkills] = [empty === 'empty' && place.unit !== null, !empty && model.columns.length === 0];
  if (byUnit || bySkills)
    return (
      <div className={styles.state}>
        <FilteredState filters={1} onClear={() => go(byUnit ? { unit: null } : { skills: null })} />
      </div>
    );
  if (empty)
    // t('team:empty.title') t('team:empty.body') t('team:noSkills.title') t('team:noSkills.body')
    // t('team:tooMany.title') t('team:tooMany.body')
    return (
      <div className={styles.state}>
        <EmptyState title={t(`${empty}.title`, { count: model.size })}>{t(`${empty}.body`)}</EmptyState>
        {model.columns.length > 0 && <CoverOfMany columns={model.columns} />}
        {empty === 'tooMany' && model.columns.length === 0 && <p>{t('tooMany.nothing')}</p>}
      </div>
    );
  return (
    <>
      <BeforeRecords model={model} shown={place.months < 0 && !waiting} />
      <div className={styles.team} aria-busy={waiting}>
        <SkillMap
          model={model}
          tile={place.tile}
          person={place.person}
          skill={place.skill}
          go={go}
          what={what}
          changes={changes}
        />
        <TeamPanel model={model} place={place} go={go} what={what} changes={changes} ms={ms} planning={planning} />
      </div>
    </>
  );
});

/** An empty map of a day before the first record says nothing of what people could do then. */
function BeforeRecords({ model: { asOf, firstRecord }, shown }: { model: MapModel; shown: boolean }) {
  const { t } = useTranslation('team');
  const { date } = useFormat();
  if (!shown || (firstRecord !== null && firstRecord <= asOf)) return null;
  return (
    <output className={styles.before}>
      {firstRecord ? t('beforeRecords', { date: date(firstRecord) }) : t('noRecords')}
    </output>
  );
}

function emptyOf({ size, people, columns }: MapModel, place: MapPlace): 'empty' | 'noSkills' | 'tooMany' | null {
  if (size > people.length) return 'tooMany';
  if (size === 0) return 'empty';
  return columns.length === 0 && place.skillIds === null ? 'noSkills' : null;
}

interface TakeAlongProps {
  place: MapView;
  model: MapModel;
  asOf: string | null;
}

const TakeAlong = memo(function TakeAlong({ place, model, asOf }: TakeAlongProps) {
  const { t } = useTranslation('team');
  const shown = model.columns.map(({ skillId }) => skillId);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button icon={<IconDownload size={16} stroke={1.6} aria-hidden />}>{t('takeAlong')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportAddress(place, 'csv', asOf, shown)} download>
          {t('csv')}
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress(place, 'xlsx', asOf, shown)} download>
          {t('xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
