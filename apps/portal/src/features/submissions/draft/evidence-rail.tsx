import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AddEvidenceActs } from '../../../components/add-evidence-acts.js';
import { Button } from '../../../components/button.js';
import { EvidenceAtHand } from '../../../components/evidence-at-hand.js';
import { EvidenceKindWord, EvidenceLetter } from '../../../components/evidence-kind.js';
import { FileDrop } from '../../../components/file-drop.js';
import { UploadList } from '../../../components/upload-list.js';
import { EVIDENCE_AT_HAND } from '../../../lib/evidence-at-hand.documents.js';
import { EVIDENCE_ACCEPT } from '../../../lib/evidence-files.js';
import { useFormat } from '../../../lib/format.js';
import { useEvidenceCapture } from '../../../lib/use-evidence-capture.js';
import type { SubmissionWork, WorkItem } from '../submission.types.js';
import { LIBRARY_PICK } from '../submissions.documents.js';
import styles from './evidence-rail.module.css';

interface Props {
  submission: SubmissionWork;
  /** The criterion in work: what a new item would be linked to. */
  number: number;
  onLink: (item: WorkItem['item']) => void;
  onPick: () => void;
}

const OFFERED = 4;

/** Captures while one writes, and shows what is in this submission and what could be. */
export function EvidenceRail({ submission, number, onLink, onPick }: Props) {
  const { t } = useTranslation('submissions');
  const { data, refetch } = useQuery(LIBRARY_PICK, { variables: { search: null } });
  const capture = useEvidenceCapture(() => void refetch());
  const format = useFormat();
  const used = new Set(submission.items.map(({ item }) => item.id));
  const { data: fitting } = useQuery(EVIDENCE_AT_HAND, { variables: { versionId: submission.achievementVersion.id } });
  const atHand = fitting?.evidenceAtHand.filter(({ item }) => !used.has(item.id)).slice(0, OFFERED) ?? [];
  const offered = new Set([...used, ...atHand.map(({ item }) => item.id)]);
  const rest = data?.myEvidence.edges.map((edge) => edge.node).filter((item) => !offered.has(item.id)) ?? [];
  const link = (item: WorkItem['item']) => (
    <Button
      variant="quiet"
      size="small"
      aria-label={t('rail.linkItem', { title: item.title, number })}
      onClick={() => onLink(item)}
    >
      {t('rail.linkTo', { number })}
    </Button>
  );
  return (
    <>
      <div className={styles.head}>
        <h2>{t('rail.title')}</h2>
        <span>{t('rail.private')}</span>
      </div>
      <FileDrop onFiles={capture.addFiles} accept={EVIDENCE_ACCEPT} />
      <div className={styles.acts}>
        <AddEvidenceActs capture={capture} variant="quiet" />
      </div>
      <UploadList
        uploads={capture.uploads}
        refused={capture.refused}
        onPauseOrResume={capture.pauseOrResume}
        onRetry={capture.retry}
        onDismiss={capture.dismiss}
        onForget={capture.forget}
      />
      <ul className={styles.list}>
        {submission.items.map(({ letter, item, criteria }) => (
          <li key={item.id}>
            <EvidenceLetter letter={letter} />
            <div className={styles.words}>
              <p>{item.title}</p>
              <EvidenceKindWord kind={item.kind} mediaType={item.file?.mediaType} />
            </div>
            <div className={styles.facts}>
              {item.madeOn && <span>{format.date(item.madeOn)}</span>}
              <span>{t('rail.criteria', { count: criteria.length, list: criteria.join(', ') })}</span>
            </div>
          </li>
        ))}
      </ul>
      {atHand.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t('rail.atHand')}</h3>
          <EvidenceAtHand
            found={atHand}
            numbers={new Map(submission.criteria.map((each) => [each.criterion.id, each.number]))}
            act={({ item }) => link(item)}
          />
        </>
      )}
      {rest.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t('rail.notLinked')}</h3>
          <ul className={styles.list}>
            {rest.slice(0, OFFERED).map((item) => (
              <li key={item.id}>
                <div className={styles.words}>
                  <p>{item.title}</p>
                  <EvidenceKindWord kind={item.kind} mediaType={item.file?.mediaType} />
                </div>
                {link(item)}
              </li>
            ))}
          </ul>
        </>
      )}
      {data && data.myEvidence.totalCount > 0 && (
        <Button variant="quiet" onClick={onPick}>
          {t('rail.library', { count: data.myEvidence.totalCount })}
        </Button>
      )}
    </>
  );
}
