import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { KeyValues } from '../../../components/key-values.js';
import { ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { MARKS_GIVEN, type MarksGiven } from './cut-score.documents.js';
import styles from './cut-score.module.css';

interface Props {
  versionId: string;
  cutScore: number;
  readOnly: boolean;
  busy: boolean;
  onTake: () => void;
}

/** What the marks given so far say, and what is missing while they say too little. */
export function MarksGivenView({ versionId, cutScore, readOnly, busy, onTake }: Props) {
  const { t } = useTranslation('programme');
  const { data, error, refetch } = useQuery(MARKS_GIVEN, {
    variables: { id: versionId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={4} />;
  const marks = data.achievementVersion?.marksGiven;
  if (!marks) return <Note>{t('cut.marks.hidden')}</Note>;
  const proposed = marks.cutScore;
  return (
    <div className={styles.angoff}>
      {marks.missing && (
        <Note>
          {marks.missing} {t('cut.marks.have', { count: marks.n, needed: marks.needed })}
        </Note>
      )}
      {marks.byOtherRubrics > 0 && <Note>{t('cut.marks.others', { count: marks.byOtherRubrics })}</Note>}
      <Figures marks={marks} cutScore={cutScore} />
      {proposed !== null && !readOnly && (
        <div className={styles.acts}>
          <Button variant="accent" busy={busy} onClick={onTake}>
            {t('cut.take', { percent: Math.round(proposed * 100) })}
          </Button>
        </div>
      )}
    </div>
  );
}

function Figures({ marks, cutScore }: { marks: MarksGiven; cutScore: number }) {
  const { t } = useTranslation('programme');
  const { regression, scores, cutScore: proposed } = marks;
  const reaching = (cut: number) => scores.filter((score) => score >= cut - 1e-9).length;
  const passing = (cut: number) =>
    t('cut.marks.wouldReach', {
      count: reaching(cut),
      total: scores.length,
      percent: Math.round((reaching(cut) / scores.length) * 100),
    });
  const now = { name: t('cut.marks.now', { percent: Math.round(cutScore * 100) }), value: passing(cutScore) };
  if (!regression || proposed === null) return scores.length ? <KeyValues items={[now]} /> : null;
  return (
    <KeyValues
      items={[
        { name: t('cut.marks.n'), value: regression.n },
        {
          name: t('cut.marks.line'),
          value: t('cut.marks.lineValue', {
            percent: (proposed * 100).toFixed(1),
            se: regression.standardError === null ? '–' : (regression.standardError * 100).toFixed(1),
          }),
        },
        { name: t('cut.marks.fit'), value: t('cut.marks.fitValue', { r2: regression.r2.toFixed(2) }) },
        {
          name: t('cut.marks.borderline'),
          value: regression.borderlineMean === null ? '–' : `${(regression.borderlineMean * 100).toFixed(1)} %`,
        },
        { name: t('cut.marks.then', { percent: Math.round(proposed * 100) }), value: passing(proposed) },
        now,
      ]}
    />
  );
}
