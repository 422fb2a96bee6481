import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useAddress } from '../../../lib/use-address.js';
import { useViewer } from '../../../lib/viewer.js';
import styles from '../quality.module.css';
import { FindingDialog } from './finding-dialog.js';
import { PlanDialog } from './plan-dialog.js';
import { Plans } from './plans.js';
import { type Sample, SAMPLES } from './samples.documents.js';

const SCOPES = ['WAITING', 'CHECKED', 'NOT_SOUND', 'ALL'] as const;

/** Which decisions are looked at again, why each was chosen, and what came of it. */
export function SamplesPage() {
  const { t } = useTranslation('quality');
  const { may } = useViewer();
  const { day } = useFormat();
  const [scopeWord, setScope] = useAddress('scope');
  const [planId, setPlan] = useAddress('plan');
  const [finding, setFinding] = useState<Sample | null>(null);
  const [starting, setStarting] = useState(false);
  const scope = SCOPES.find((each) => each === scopeWord) ?? 'WAITING';
  const { data, previousData, error, refetch, fetchMore } = useQuery(SAMPLES, {
    variables: { scope, planId: planId || null },
  });
  const list = (data ?? previousData)?.samples;
  // t('quality:stratum.NEW_ASSESSOR') t('quality:stratum.BORDERLINE') t('quality:stratum.HIGH_STAKES')
  // t('quality:stratum.RANDOM') t('quality:stratum.ADDED')
  const columns: Column<Sample>[] = [
    { id: 'what', head: t('achievement'), phone: true, cell: (row) => <Work sample={row} /> },
    { id: 'who', head: t('samples.assessor'), width: 170, cell: (row) => row.assessor.displayName },
    {
      id: 'why',
      head: t('samples.why'),
      width: 220,
      cell: (row) => row.strata.map((each) => t(`stratum.${each}`)).join(', '),
    },
    { id: 'when', head: t('samples.chosen'), width: 110, cell: (row) => day(row.chosenAt) },
    {
      id: 'finding',
      head: t('samples.finding'),
      width: 180,
      phone: true,
      cell: (row) => <Found sample={row} onFind={setFinding} />,
    },
  ];
  // t('quality:samples.WAITING') t('quality:samples.CHECKED') t('quality:samples.NOT_SOUND') t('quality:samples.ALL')
  return (
    <Page title={t('samples.title')}>
      <PageHeader
        title={t('samples.title')}
        below={t('samples.below')}
        acts={
          may('assessment.lead') && (
            <Button variant="primary" onClick={() => setStarting(true)}>
              {t('plan.start')}
            </Button>
          )
        }
      />
      <div className={styles.work}>
        <Plans />
      </div>
      <FilterBar>
        {SCOPES.map((each) => (
          <FilterToggle key={each} active={scope === each} onToggle={() => setScope(each === 'WAITING' ? '' : each)}>
            {t(`samples.${each}`)}
          </FilterToggle>
        ))}
        {planId && (
          <FilterToggle active onToggle={() => setPlan('')}>
            {t('samples.onePlan')}
          </FilterToggle>
        )}
      </FilterBar>
      <div className={styles.work}>
        <DataTable
          label={t('samples.title')}
          columns={columns}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          keys={false}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={<EmptyState title={t('samples.none')}>{t('samples.noneBody')}</EmptyState>}
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
      {finding && <FindingDialog sample={finding} onClose={() => setFinding(null)} />}
      {starting && <PlanDialog onClose={() => setStarting(false)} />}
    </Page>
  );
}

/** What is to be looked at: whoever leads reads the work and the decision behind it. */
function Work({ sample }: { sample: Sample }) {
  const { may } = useViewer();
  const name = sample.achievement?.name;
  if (!may('assessment.lead')) return <>{name}</>;
  return <TextLink to={`/reviews/release/${sample.submissionId}?work=1`}>{name}</TextLink>;
}

function Found({ sample, onFind }: { sample: Sample; onFind: (sample: Sample) => void }) {
  const { t } = useTranslation('quality');
  if (sample.finding === 'SOUND') return <StatusWord tone="green">{t('finding.SOUND')}</StatusWord>;
  if (sample.finding === 'NOT_SOUND')
    return (
      <>
        <StatusWord tone="red">{t('finding.NOT_SOUND')}</StatusWord>
        <small className={styles.sub}>{sample.findingNote}</small>
      </>
    );
  if (!sample.viewerCan.includes('find')) return <>{t('samples.waits')}</>;
  return (
    <Button
      size="small"
      aria-label={t('finding.recordNamed', { name: sample.achievement?.name })}
      onClick={() => onFind(sample)}
    >
      {t('finding.record')}
    </Button>
  );
}
