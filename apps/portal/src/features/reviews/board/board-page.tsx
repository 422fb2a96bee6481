import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../../components/filter-bar.js';
import { Figure } from '../../../components/key-values.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { OpenNumber, OpenWords } from '../../../components/open-number.js';
import { readDay, useFormat } from '../../../lib/format.js';
import { useAddress } from '../../../lib/use-address.js';
import { AchievementSelect } from '../achievement-select.js';
import styles from '../quality.module.css';
import { type OpensPlaces, useOpensPlaces } from '../use-opens-places.js';
import { type Board, QUALITY_BOARD } from './board.documents.js';
import { ChecksSection } from './checks-section.js';
import { Estimate } from './estimate.js';
import { QueueSection } from './queue-section.js';
import { RubricSection } from './rubric-section.js';
import { isSparse, SparseRubrics } from './sparse-rubrics.js';

/** How assessment runs and how far it can be trusted. Every figure says what it rests on. */
export function BoardPage() {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const [achievementId, setAchievement] = useAddress('achievement');
  const [name, setName] = useAddress('name');
  const [from, setFrom] = useAddress('from');
  const [until, setUntil] = useAddress('until');
  const variables = { achievementId: achievementId || null, from: readDay(from), until: readDay(until) };
  const { data, previousData, error, refetch } = useQuery(QUALITY_BOARD, { variables });
  const board = (data ?? previousData)?.qualityBoard;
  const opens = useOpensPlaces();
  const asked = new URLSearchParams(Object.entries(variables).filter((each): each is [string, string] => !!each[1]));
  return (
    <Page title={t('board.title')}>
      <PageHeader
        title={t('board.title')}
        below={
          board && (
            <Below
              board={board}
              days={t('board.days', { from: date(board.from), until: date(board.until) })}
              opens={opens}
              achievementId={achievementId}
            />
          )
        }
        acts={
          <>
            <a className={styles.export} href={`/quality/report.pdf?${asked.toString()}`} download>
              {t('board.pdf')}
            </a>
            <a className={styles.export} href={`/quality/report.csv?${asked.toString()}`} download>
              {t('board.csv')}
            </a>
          </>
        }
      />
      <FilterBar>
        <AchievementSelect
          label={t('achievement')}
          placeholder={t('board.all')}
          value={achievementId ? { value: achievementId, label: name } : null}
          onChange={(choice) => {
            setAchievement(choice?.value ?? '');
            setName(choice?.label ?? '');
          }}
        />
        <TextInput
          type="date"
          label={t('board.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('board.until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </FilterBar>
      <div className={styles.work}>
        {error && !board && <ErrorState onRetry={() => void refetch()} />}
        {!error && !board && <LoadingRows rows={8} />}
        {board && <Figures board={board} opens={opens} achievementId={achievementId} />}
        {board && <QueueSection board={board} opens={opens} achievementId={achievementId} />}
        {board && <Rubrics board={board} opens={opens} />}
        {board && <ChecksSection board={board} />}
        {board?.rubrics.length === 0 && <EmptyState title={t('board.noMarks')}>{t('board.noMarksBody')}</EmptyState>}
        {board && <p className={styles.quiet}>{t('board.how')}</p>}
      </div>
    </Page>
  );
}

interface PartProps {
  board: Board;
  opens: OpensPlaces;
  achievementId: string;
}

function Rubrics({ board, opens }: Omit<PartProps, 'achievementId'>) {
  const marksBy = (version: string) => opens.marks('marked', { version, from: board.from, until: board.until });
  const sparse = board.rubrics.filter(isSparse);
  return (
    <>
      {board.rubrics
        .filter((rubric) => !isSparse(rubric))
        .map((rubric) => (
          <RubricSection key={rubric.versionId} rubric={rubric} opens={marksBy(rubric.versionId)} />
        ))}
      {sparse.length > 0 && <SparseRubrics rubrics={sparse} opens={marksBy} />}
    </>
  );
}

/** The days, and how many marks are read from them. */
function Below({ board, days, opens, achievementId }: PartProps & { days: string }) {
  const { t } = useTranslation('quality');
  const wish = { achievement: achievementId, from: board.from, until: board.until };
  return (
    <>
      {days} ·{' '}
      <OpenWords count={board.marks} to={opens.marks('marked', wish)}>
        {t('board.marksGiven', { count: board.marks })}
      </OpenWords>{' '}
      ·{' '}
      <OpenWords count={board.doubleMarked} to={opens.marks('twice', wish)}>
        {t('board.markedTwice', { count: board.doubleMarked })}
      </OpenWords>
    </>
  );
}

function Figures({ board, opens, achievementId }: PartProps) {
  const { t } = useTranslation('quality');
  const { queue, definitive, medianHoursToRelease, p95HoursToRelease } = board;
  const only = queue.length === 1 ? queue[0]?.achievementId : undefined;
  const sum = (of: (each: Board['queue'][number]) => number) => queue.reduce((all, each) => all + of(each), 0);
  const { wait } = useFormat();
  const released = opens.marks('released', { achievement: achievementId, from: board.from, until: board.until });
  const hours = (value: number | null, label: string) =>
    value === null ? (
      '–'
    ) : (
      <OpenWords count={1} to={released} label={`${wait(value)} ${label}`}>
        {wait(value)}
      </OpenWords>
    );
  return (
    <div className={`${styles.figures} block`} style={{ paddingInline: 'var(--side)' }}>
      <Figure
        value={
          <OpenNumber
            count={sum(({ waiting }) => waiting)}
            label={t('board.waiting')}
            to={opens.places('unbegun', { achievement: only })}
          />
        }
      >
        {t('board.waiting')}
      </Figure>
      <Figure
        value={
          <OpenNumber
            count={sum(({ overdue }) => overdue)}
            label={t('board.overdue')}
            to={opens.places('overdue', { achievement: only })}
          />
        }
      >
        {t('board.overdue')}
      </Figure>
      <Figure value={hours(medianHoursToRelease, t('board.toRelease'))}>{t('board.toRelease')}</Figure>
      <Figure value={hours(p95HoursToRelease, t('board.toReleaseSlow'))}>{t('board.toReleaseSlow')}</Figure>
      <Figure value={definitive.needed > 0 ? '–' : <Estimate figure={definitive.estimate} percent />}>
        {definitive.needed > 0
          ? t('board.definitiveNeeded', { count: definitive.needed })
          : t('board.definitive', { n: definitive.judgements, units: definitive.units })}
      </Figure>
    </div>
  );
}
