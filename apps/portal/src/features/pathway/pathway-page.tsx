import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { LargerBadges } from '../../components/larger-badges.js';
import { Page, PageHeader, WithRail } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { Gaps } from './gaps.js';
import { GoalDialog } from './goal-dialog.js';
import { LatticeGraph } from './lattice-graph.js';
import { LatticeList } from './lattice-list.js';
import { lanesAround } from './lanes.js';
import { NEIGHBOURHOOD, PATHWAY, PLAN, type Pathway } from './pathway.documents.js';
import { PlanPanel } from './plan-panel.js';
import { RolesNear } from './roles-near.js';
import { usePace } from './use-pace.js';
import { WayThere } from './way-there.js';

/** Where one is, where one could go, and what it takes. */
export function PathwayPage() {
  const { t } = useTranslation('pathway');
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(PATHWAY);
  const choosing = search.get('choose') === '1';
  const view = search.get('view') === 'list' ? 'list' : 'graph';
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const here = data?.viewer?.person.employment?.jobRoleLevel?.id ?? null;
  const anchor = here ?? data?.myGoal?.jobRoleLevel?.id ?? null;
  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        below={t('below')}
        acts={
          <>
            {anchor && (
              <SegmentedChoice
                label={t('view.label')}
                options={[
                  { value: 'graph', label: t('view.graph') },
                  { value: 'list', label: t('view.list') },
                ]}
                value={view}
                onChange={(chosen) => set('view', chosen === 'list' ? 'list' : null)}
              />
            )}
            <Button variant={data && !anchor ? 'primary' : 'outline'} onClick={() => set('choose', '1')}>
              {data?.myGoal ? t('changeGoal') : t('chooseGoal')}
            </Button>
          </>
        }
      />
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data && !anchor && <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>}
      {data && anchor && (
        <Around
          pathway={data}
          {...{ anchor, here, view }}
          chosen={search.get('level')}
          onChoose={(id) => set('level', id)}
          onLeave={() => set('level', null)}
        />
      )}
      {choosing && data && <GoalDialog goal={data.myGoal} onClose={() => set('choose', null)} />}
    </Page>
  );
}

interface AroundProps {
  pathway: Pathway;
  anchor: string;
  here: string | null;
  view: 'graph' | 'list';
  chosen: string | null;
  onChoose: (levelId: string) => void;
  onLeave: () => void;
}

function Around({ pathway, anchor, here, view, chosen, onChoose, onLeave }: AroundProps) {
  const { t } = useTranslation('pathway');
  const { data, error, refetch } = useQuery(NEIGHBOURHOOD, { variables: { id: anchor } });
  const pace = usePace();
  const goal = pathway.myGoal?.jobRoleLevel?.id ?? null;
  const ladder = data?.jobRoleLevel?.role.levels ?? [];
  const next = ladder[ladder.findIndex(({ id }) => id === anchor) + 1]?.id;
  // Which rung comes next is known with the ladder; what is chosen or aimed at need not wait for it.
  const selected = chosen ?? goal ?? (data ? (next ?? anchor) : null);
  const plan = useQuery(PLAN, { variables: { id: selected ?? '' }, skip: selected === null });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  if (!data.jobRoleLevel || !selected) return <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>;
  const aim = plan.data?.myReadiness ?? null;
  const lanes = lanesAround(data.jobRoleLevel);
  // A goal planned against an earlier version stays with it; the drawing has the rungs of the newer one.
  const drawn = pathway.myGoal?.newerVersion?.jobRoleLevel.id ?? goal;
  const walked = selected === goal ? (drawn ?? selected) : selected;
  const shown = { lanes, here, goal: drawn, selected: walked, onSelect: onChoose, onLeave };
  return (
    <WithRail rail={<PlanPanel {...{ plan, aim, pace }} goal={pathway.myGoal} />}>
      {view === 'graph' ? <LatticeGraph {...shown} /> : <LatticeList {...shown} />}
      {here && <RolesNear goal={drawn} selected={walked} onSelect={onChoose} />}
      {here && walked !== here && <WayThere levelId={walked} aWeek={pace.aWeek} />}
      <LargerBadges />
      {aim && <Gaps aim={aim} />}
    </WithRail>
  );
}
