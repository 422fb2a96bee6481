import { useQuery } from '@apollo/client/react';
import { MultiSelect, Select } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { SearchBox } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import { useViewer } from '../../../lib/viewer.js';
import { StateWord } from '../state-word.js';
import { AddFamilyDialog } from './family-dialogs.js';
import { LevelPanel } from './level-panel.js';
import { NewFrameworkDialog } from './new-framework-dialog.js';
import { AddRoleDialog } from './role-dialogs.js';
import { RoleList } from './role-list.js';
import { ROLE_FRAMEWORKS, ROLE_LATTICE } from './lattice.documents.js';
import styles from './roles.module.css';
import { useShownFamilies } from './use-shown-families.js';

const LatticeGraph = lazy(async () => ({ default: (await import('./lattice-graph.js')).LatticeGraph }));

/** Job roles of a framework with their ladders and steps: drawn, and as the list that says the same. */
export function RolesPage() {
  const { t } = useTranslation('roles');
  const { may } = useViewer();
  const [chosen, choose] = useAddress('framework');
  const { data, error, refetch } = useQuery(ROLE_FRAMEWORKS);
  const [beginning, begin] = useState(false);
  const frameworks = data?.frameworks ?? [];
  const published = frameworks.filter(({ state }) => state === 'PUBLISHED');
  const framework =
    frameworks.find(({ id }) => id === chosen) ??
    published.find(({ counts }) => counts.jobRoles > 0) ??
    published[0] ??
    frameworks[0];
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={framework ? undefined : t('below')}
        acts={may('framework.manage') && <Button onClick={() => begin(true)}>{t('newFramework')}</Button>}
        aside={
          frameworks.length > 0 && (
            <Select
              aria-label={t('framework')}
              w={300}
              allowDeselect={false}
              searchable
              data={frameworks.map((each) => ({
                value: each.id,
                label: t('frameworkNamed', { title: each.title, version: each.version }),
              }))}
              value={framework?.id ?? null}
              onChange={(id) => choose(id ?? '')}
            />
          )
        }
      />
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {data && !framework && (
        <EmptyState
          title={t('noFramework')}
          act={
            <LinkButton variant="primary" to="/programme/frameworks/import">
              {t('importFramework')}
            </LinkButton>
          }
        >
          {t('noFrameworkBody')}
        </EmptyState>
      )}
      {framework && <FrameworkRoles key={framework.id} frameworkId={framework.id} />}
      {beginning && <NewFrameworkDialog onClose={() => begin(false)} />}
    </Page>
  );
}

function FrameworkRoles({ frameworkId }: { frameworkId: string }) {
  const { t } = useTranslation('roles');
  const [view, look] = useAddress('view');
  const [level, select] = useAddress('level');
  const narrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const { search, typed, type } = useSearchWords();
  const shown = useShownFamilies(frameworkId);
  const [adding, add] = useState<'family' | 'role' | null>(null);
  const { data, previousData, error, refetch } = useQuery(ROLE_LATTICE, {
    variables: { frameworkId, familyIds: search ? null : shown.familyIds, search: search || null },
    skip: !shown.ready,
  });
  const lattice = (data ?? previousData)?.roleLattice;
  if (error && !lattice) return <ErrorState onRetry={() => void refetch()} />;
  if (!lattice) return <LoadingRows rows={10} />;
  const editable = lattice.framework.viewerCan.includes('edit');
  const drawn = view !== 'list' && !narrow;
  // t('roles:noRolesDraft') t('roles:noRolesBody')
  return (
    <>
      <div className={styles.bar}>
        <SearchBox label={t('search')} value={typed} onChange={type} />
        <MultiSelect
          aria-label={t('families')}
          placeholder={shown.chosen.length === 0 ? t('families') : undefined}
          className={styles.families}
          searchable
          clearable
          disabled={search !== ''}
          data={lattice.families.map((family) => ({
            value: family.id,
            label: t('familyCounts', { name: family.name, count: family.roles }),
          }))}
          value={shown.chosen}
          onChange={shown.choose}
        />
        {!narrow && (
          <SegmentedChoice
            label={t('view')}
            options={[
              { value: 'graph', label: t('graph') },
              { value: 'list', label: t('list') },
            ]}
            value={view === 'list' ? 'list' : 'graph'}
            onChange={(next) => look(next === 'list' ? 'list' : '')}
          />
        )}
        <span className={styles.state}>
          <StateWord state={lattice.framework.state} />
          {!editable && <TextLink to={`/programme/frameworks/${frameworkId}`}>{t('openFramework')}</TextLink>}
        </span>
        {editable && (
          <span className={styles.acts}>
            <Button onClick={() => add('family')}>{t('addFamily')}</Button>
            {lattice.families.length > 0 && (
              <Button variant="primary" onClick={() => add('role')}>
                {t('addRole')}
              </Button>
            )}
          </span>
        )}
      </div>
      {lattice.matching > lattice.roles.length && (
        <p className={styles.note}>{t('notAll', { shown: lattice.roles.length, total: lattice.matching })}</p>
      )}
      {lattice.families.length === 0 && (
        <EmptyState title={t('noRoles')}>{t(editable ? 'noRolesDraft' : 'noRolesBody')}</EmptyState>
      )}
      {lattice.families.length > 0 && lattice.roles.length === 0 && search && (
        <FilteredState filters={1} onClear={() => type('')} />
      )}
      <div className={styles.work} data-panel={Boolean(level)}>
        {drawn ? (
          <Suspense fallback={<LoadingRows rows={10} />}>
            <LatticeGraph lattice={lattice} selected={level || null} onSelect={select} editable={editable} />
          </Suspense>
        ) : (
          <RoleList
            lattice={lattice}
            shown={shown.familyIds}
            selected={level || null}
            onSelect={select}
            editable={editable}
          />
        )}
        {level && (
          <LevelPanel
            key={level}
            levelId={level}
            lattice={lattice}
            editable={editable}
            onClose={() => select('')}
            onGo={select}
          />
        )}
      </div>
      <p className={styles.foot}>
        {lattice.framework.attribution} {lattice.framework.licence}
      </p>
      {adding === 'family' && <AddFamilyDialog frameworkId={frameworkId} onClose={() => add(null)} />}
      {adding === 'role' && (
        <AddRoleDialog
          families={lattice.families}
          familyId={shown.familyIds?.[0] ?? null}
          onClose={() => add(null)}
          onAdded={(id) => select(id)}
        />
      )}
    </>
  );
}
