import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FilterBar, FilterToggle } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useAddress } from '../../../lib/use-address.js';
import styles from '../quality.module.css';
import { CALIBRATION_ROUND, type Round } from './calibration.documents.js';
import { ExemplarWork } from './exemplar-work.js';
import { JudgeExemplar } from './judge-exemplar.js';
import { JudgedExemplar } from './judged-exemplar.js';

/** Judging the exemplars of a round: the work beside the rubric, and afterwards where one differs and why. */
export function RoundPage() {
  const { t } = useTranslation('quality');
  const { roundId = '' } = useParams();
  const { data, error, refetch } = useQuery(CALIBRATION_ROUND, { variables: { id: roundId } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  if (!data.calibrationRound)
    return (
      <ErrorState alone title={t('calibration.gone')}>
        {t('calibration.goneBody')}
      </ErrorState>
    );
  return <RoundWork round={data.calibrationRound} />;
}

function RoundWork({ round }: { round: Round }) {
  const { t } = useTranslation('quality');
  const [word, setWord] = useAddress('exemplar');
  const waiting = round.exemplars.find(({ handedInAt, isOwn }) => !handedInAt && !isOwn);
  const here = round.exemplars.find(({ exemplar }) => exemplar.id === word) ?? waiting ?? round.exemplars[0];
  return (
    <Page title={round.name} record={round.id}>
      <PageHeader
        title={round.name}
        above={<TextLink to="/reviews/calibration">{t('calibration.title')}</TextLink>}
        below={t('calibration.rule', { needed: round.needed, of: round.exemplars.length, count: round.tolerance })}
      />
      <FilterBar>
        {round.exemplars.map(({ exemplar, handedInAt, within }) => (
          <FilterToggle
            key={exemplar.id}
            active={exemplar.id === here?.exemplar.id}
            onToggle={() => setWord(exemplar.id)}
          >
            {exemplar.title}
            {handedInAt && ` · ${within ? t('calibration.isWithin') : t('calibration.isOff')}`}
          </FilterToggle>
        ))}
      </FilterBar>
      {here && (
        <div className={styles.two}>
          <div>
            {here.isOwn && <p>{t('calibration.isOwn')}</p>}
            {!here.isOwn && here.compared && <JudgedExemplar criteria={round.version.rubric.criteria} judged={here} />}
            {!here.isOwn && !here.compared && !round.closedAt && (
              <JudgeExemplar
                key={here.exemplar.id}
                round={round}
                judged={here}
                onHandIn={() => setWord(here.exemplar.id)}
              />
            )}
            {!here.isOwn && !here.compared && round.closedAt && <p>{t('calibration.isClosed')}</p>}
          </div>
          <ExemplarWork exemplar={here.exemplar} />
        </div>
      )}
    </Page>
  );
}
