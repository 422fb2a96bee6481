import { useQuery } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useReason } from '../../../components/evidence-at-hand.js';
import { EvidenceKindWord, EvidenceLetter } from '../../../components/evidence-kind.js';
import { SearchBox } from '../../../components/filter-bar.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows } from '../../../components/states.js';
import { EVIDENCE_AT_HAND } from '../../../lib/evidence-at-hand.documents.js';
import { useFormat } from '../../../lib/format.js';
import type { SubmissionWork, WorkCriterion, WorkItem } from '../submission.types.js';
import { LIBRARY_PICK } from '../submissions.documents.js';
import styles from './link-picker.module.css';

interface Props {
  submission: SubmissionWork;
  criterion: WorkCriterion;
  onLink: (item: WorkItem['item']) => void;
  onClose: () => void;
}

/** Chooses from one's library what shows this criterion. */
export function LinkPicker({ submission, criterion, onLink, onClose }: Props) {
  const { t } = useTranslation('submissions');
  const { t: kit } = useTranslation('kit');
  const format = useFormat();
  const [search, setSearch] = useState('');
  const { data, previousData, error, refetch } = useQuery(LIBRARY_PICK, { variables: { search: search || null } });
  const library = (data ?? previousData)?.myEvidence;
  const { data: fitting } = useQuery(EVIDENCE_AT_HAND, { variables: { versionId: submission.achievementVersion.id } });
  const reason = useReason(new Map(submission.criteria.map((each) => [each.criterion.id, each.number])));
  // Whoever searches has something in mind already.
  const fits = search ? [] : (fitting?.evidenceAtHand ?? []);
  const why = new Map(fits.map((each) => [each.item.id, reason(each)]));
  const found = library?.edges.map(({ node }) => node) ?? [];
  const shown = [...fits.map(({ item }) => item), ...found.filter(({ id }) => !why.has(id))];
  const linked = new Set(criterion.links.map((link) => link.item.id));
  const letterOf = (id: string) => submission.items.find(({ item }) => item.id === id)?.letter;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('picker.title', { number: criterion.number, title: criterion.criterion.title })}
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <div className={styles.search}>
        <SearchBox label={t('picker.search')} value={search} onChange={setSearch} />
      </div>
      {error && !library && <ErrorState onRetry={() => void refetch()} />}
      {!library && !error && <LoadingRows rows={5} height={52} />}
      {library &&
        shown.length === 0 &&
        (search ? (
          <FilteredState filters={1} without={0} onClear={() => setSearch('')} />
        ) : (
          <EmptyState title={t('picker.emptyTitle')}>{t('picker.emptyBody')}</EmptyState>
        ))}
      <ul className={styles.list}>
        {library &&
          shown.map((item) => {
            const letter = letterOf(item.id);
            return (
              <li key={item.id}>
                {letter ? <EvidenceLetter letter={letter} /> : <span className={styles.gap} />}
                <div className={styles.words}>
                  <p>{item.title}</p>
                  <EvidenceKindWord kind={item.kind} mediaType={item.file?.mediaType} />
                  {item.madeOn && <span className={styles.date}>{format.date(item.madeOn)}</span>}
                  {why.has(item.id) && <span className={styles.why}>{why.get(item.id)}</span>}
                </div>
                {linked.has(item.id) ? (
                  <span className={styles.done}>{t('picker.linked')}</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={t('picker.linkItem', { title: item.title })}
                    onClick={() => onLink(item)}
                  >
                    {t('picker.link')}
                  </Button>
                )}
              </li>
            );
          })}
      </ul>
    </Modal>
  );
}
