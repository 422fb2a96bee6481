import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { useViewer } from '../../../lib/viewer.js';
import { ORGANISATION, type Unit } from './organisation.documents.js';
import styles from './organisation.module.css';
import { UnitDialogs } from './unit-dialogs.js';
import { UnitPanel } from './unit-panel.js';
import { UnitTree } from './unit-tree.js';
import { branchOf } from './unit-tree.rules.js';
import { useOrganisation } from './use-organisation.js';

/** The organisation from the top down, with how many people are where. */
export function OrganisationPage() {
  const { t } = useTranslation('people');
  const { may } = useViewer();
  const { data, error, refetch } = useQuery(ORGANISATION);
  const units = data?.orgUnits;
  const at = useOrganisation(units);
  const manages = may('people.manage');
  return (
    <Page title={t('organisation.title')}>
      <PageHeader
        title={t('organisation.title')}
        below={units && t('organisation.count', { count: units.length })}
        acts={
          manages && (
            <Button
              variant="primary"
              icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
              onClick={() => at.show('add')}
            >
              {t('organisation.add')}
            </Button>
          )
        }
      />
      {error && !units && (
        <div className={styles.state}>
          <ErrorState onRetry={() => void refetch()} />
        </div>
      )}
      {!units && !error && (
        <div className={styles.state}>
          <LoadingRows rows={10} />
        </div>
      )}
      {units?.length === 0 && (
        <div className={styles.state}>
          <EmptyState title={t('organisation.empty')}>{t('organisation.emptyBody')}</EmptyState>
        </div>
      )}
      {units && units.length > 0 && <Tree units={units} at={at} manages={manages} />}
      {units && <UnitDialogs units={units} at={at} />}
    </Page>
  );
}

interface TreeProps {
  units: readonly Unit[];
  at: ReturnType<typeof useOrganisation>;
  manages: boolean;
}

function Tree({ units, at, manages }: TreeProps) {
  const { t } = useTranslation('people');
  const [dropped, setDropped] = useState<{ id: string; parentId: string | null } | null>(null);
  const selected = units.find((unit) => unit.id === at.selectedId);
  return (
    <div className={styles.beside} data-open={Boolean(selected)}>
      <div className={styles.treeSide}>
        <div className={styles.columns} aria-hidden>
          <span>{t('columns.unit')}</span>
          <span>{t('organisation.peopleHead')}</span>
        </div>
        <UnitTree
          units={units}
          open={at.open}
          selectedId={at.selectedId}
          onSelect={at.select}
          onUnfold={at.unfold}
          onFold={at.fold}
          onDrop={manages ? (id, parentId) => setDropped({ id, parentId }) : undefined}
        />
      </div>
      {selected && (
        <UnitPanel
          key={selected.id}
          unit={selected}
          units={units}
          inside={branchOf(units, selected.id).size - 1}
          onDialog={at.show}
          onSelect={at.select}
          onClose={() => at.select(null)}
        />
      )}
      {dropped && (
        <UnitDialogs
          units={units}
          at={{ ...at, selectedId: dropped.id, dialog: 'move', show: () => setDropped(null) }}
          moveTo={dropped.parentId}
          onDone={() => setDropped(null)}
        />
      )}
    </div>
  );
}
