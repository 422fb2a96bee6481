import { IconAlertCircle, IconClock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EvidenceLetter } from '../../../components/evidence-kind.js';
import { LevelTile } from '../../../components/level-tile.js';
import { coverage, type CoverageRow } from '../coverage.rules.js';
import type { SubmissionWork } from '../submission.types.js';
import styles from './coverage-grid.module.css';

interface Props {
  submission: SubmissionWork;
  selected: number;
  onSelect: (number: number) => void;
}

/** Criteria by evidence: what is shown, what has something to fix, and the holes. */
export function CoverageGrid({ submission, selected, onSelect }: Props) {
  const { t } = useTranslation('submissions');
  const rows = coverage(submission);
  return (
    <>
      <table className={styles.grid}>
        <caption className="visually-hidden">{t('grid.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              <span className="visually-hidden">{t('grid.number')}</span>
            </th>
            <th scope="col">{t('grid.criterion')}</th>
            {submission.items.map(({ letter, item }) => (
              <th key={letter} scope="col" className={styles.letter} title={item.title}>
                {letter}
              </th>
            ))}
            <th scope="col" className={styles.claim}>
              {t('grid.youSay')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { number, criterion } = row.criterion;
            const level = row.criterion.claimedLevel;
            return (
              <tr key={criterion.id} data-selected={number === selected} onClick={() => onSelect(number)}>
                <td className={styles.number}>{number}</td>
                <th scope="row">
                  <button type="button" aria-current={number === selected} onClick={() => onSelect(number)}>
                    {criterion.title}
                  </button>
                  <RowStatus row={row} />
                </th>
                {row.cells.map(({ letter, cell }) => (
                  <td key={letter} className={styles.letter}>
                    {cell === 'none' ? (
                      <span aria-label={t('grid.none')}>·</span>
                    ) : (
                      <EvidenceLetter letter={letter} tone={cell} />
                    )}
                  </td>
                ))}
                <td className={styles.claim}>
                  {level === null ? (
                    <span className={styles.quiet}>{t('grid.notSaid')}</span>
                  ) : (
                    <LevelTile level={level} label={t('grid.claimed', { level })} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.legend}>
        <span>
          <EvidenceLetter letter="A" tone="linked" /> {t('grid.legendLinked')}
        </span>
        <span>
          <EvidenceLetter letter="B" tone="fix" /> {t('grid.legendFix')}
        </span>
      </p>
    </>
  );
}

function RowStatus({ row }: { row: CoverageRow }) {
  const { t } = useTranslation('submissions');
  const { gap, criterion } = row;
  const mustPass = criterion.criterion.mustReach === null ? null : <span>{t('grid.mustPass')} · </span>;
  if (gap?.kind === 'NO_EVIDENCE')
    return (
      <p className={styles.status}>
        {mustPass}
        <span className={styles.red}>
          <IconAlertCircle size={14} stroke={1.8} aria-hidden /> {t('grid.noEvidence')}
        </span>
      </p>
    );
  if (gap?.kind === 'NOTHING_NEW')
    return (
      <p className={styles.status}>
        {mustPass}
        <span className={styles.amber}>
          <IconAlertCircle size={14} stroke={1.8} aria-hidden /> {t('grid.nothingNew')}
        </span>
      </p>
    );
  if (gap && gap.kind !== 'EVIDENCE_TOO_OLD' && gap.kind !== 'REFLECTION_MISSING')
    return (
      <p className={styles.status}>
        {mustPass}
        <span className={styles.amber}>
          <IconAlertCircle size={14} stroke={1.8} aria-hidden /> {gap.message}
        </span>
      </p>
    );
  if (gap)
    return (
      <p className={styles.status}>
        {mustPass}
        <span className={styles.amber}>
          {gap.kind === 'EVIDENCE_TOO_OLD' ? (
            <IconClock size={14} stroke={1.8} aria-hidden />
          ) : (
            <IconPencil size={14} stroke={1.8} aria-hidden />
          )}{' '}
          {gap.kind === 'EVIDENCE_TOO_OLD' ? t('grid.tooOld', { letter: gap.letter }) : t('grid.reflectionMissing')}
        </span>
      </p>
    );
  return (
    <p className={styles.status}>
      {mustPass}
      {criterion.carried && criterion.links.length === 0
        ? t('grid.carried', { level: criterion.carried.level })
        : criterion.notEvidenced
          ? t('grid.notEvidenced')
          : t('grid.reflected', { count: criterion.links.length })}
    </p>
  );
}
