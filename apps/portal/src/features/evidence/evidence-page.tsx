import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AddEvidenceActs } from '../../components/add-evidence-acts.js';
import { Button } from '../../components/button.js';
import { FileDrop } from '../../components/file-drop.js';
import { FilterBar } from '../../components/filter-bar.js';
import { Page, PageHeader } from '../../components/page.js';
import { ErrorState, RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { UploadList } from '../../components/upload-list.js';
import { EVIDENCE_ACCEPT } from '../../lib/evidence-files.js';
import { usePlace } from '../../lib/use-place.js';
import { useEvidenceCapture } from '../../lib/use-evidence-capture.js';
import { EVIDENCE_LABELS, EVIDENCE_LIBRARY } from './evidence.documents.js';
import { EvidencePanel } from './evidence-panel.js';
import styles from './evidence-page.module.css';
import { EvidenceTable } from './evidence-table.js';
import { ExemplarConsentsLink } from './exemplar-consents-link.js';
import { LibraryFilters } from './library-filters.js';
import { usePageDrop } from './use-page-drop.js';
import { useRemoval } from './use-removal.js';

/** Everything one keeps: captured first, attached later. Nobody else sees an item before it is handed in. */
export function EvidencePage() {
  const { t } = useTranslation('evidence');
  const [place, go] = usePlace();
  const narrowed = { search: place.search ?? '', tag: place.tag ?? '', skill: place.skill ?? '' };
  const filters = Object.values(narrowed).filter(Boolean).length;
  const selectedId = place.item ?? null;
  const choose = (id: string | null) => go({ item: id });
  const { data, previousData, error, refetch, fetchMore } = useQuery(EVIDENCE_LIBRARY, {
    variables: { search: narrowed.search || null, tag: narrowed.tag || null, skillId: narrowed.skill || null },
  });
  const { data: labels, refetch: refetchLabels } = useQuery(EVIDENCE_LABELS);
  const again = () => {
    void refetch();
    void refetchLabels();
  };
  const capture = useEvidenceCapture((item) => {
    again();
    choose(item.id);
  });
  const removal = useRemoval(again);
  const over = usePageDrop(capture.addFiles);
  const library = (data ?? previousData)?.myEvidence;
  const items = library?.edges.map((edge) => edge.node).filter((item) => !removal.gone.includes(item.id));
  const selected = items?.find((item) => item.id === selectedId) ?? null;

  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        below={
          <>
            {t('lead')} <ExemplarConsentsLink />{' '}
            {library && library.totalCount > 0 && (
              <TextLink to="/evidence-library.zip" reloadDocument download="evidence.zip">
                {t('takeAlong')}
              </TextLink>
            )}
          </>
        }
        acts={<AddEvidenceActs capture={capture} />}
      />
      <div className={styles.library}>
        <FilterBar end={library && <span className={styles.count}>{t('count', { count: library.totalCount })}</span>}>
          <LibraryFilters labels={labels?.myEvidenceLabels} value={narrowed} onChange={go} />
        </FilterBar>
        <div className={styles.body} data-panel={Boolean(selected)}>
          <div className={styles.list}>
            <FileDrop onFiles={capture.addFiles} accept={EVIDENCE_ACCEPT} hint={t('drop.hint')} />
            <UploadList
              {...capture}
              onPauseOrResume={capture.pauseOrResume}
              onRetry={capture.retry}
              onDismiss={capture.dismiss}
              onForget={capture.forget}
            />
            {removal.refusal && <RefusalNote>{removal.refusal}</RefusalNote>}
            <EvidenceTable
              items={items}
              selectedId={selectedId}
              onSelect={choose}
              filters={filters}
              onClear={() => go({ search: null, tag: null, skill: null })}
              error={error && !library ? <ErrorState onRetry={() => void refetch()} /> : undefined}
            />
            {library?.pageInfo.hasNextPage && (
              <Button onClick={() => void fetchMore({ variables: { after: library.pageInfo.endCursor } })}>
                {t('more')}
              </Button>
            )}
          </div>
          {selected && (
            <EvidencePanel
              key={selected.id}
              item={selected}
              onClose={() => choose(null)}
              onRemove={() => {
                choose(null);
                removal.remove(selected);
              }}
            />
          )}
        </div>
      </div>
      {over && <div className={styles.over}>{t('drop.over')}</div>}
    </Page>
  );
}
