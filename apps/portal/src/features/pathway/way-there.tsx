import { monthsAtPace } from '@assay/pathway';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { ErrorState } from '../../components/states.js';
import { type Route, ROUTE } from './roles-near.documents.js';
import styles from './way-there.module.css';

/** The steps from one's own job to another: which job each is, what it adds, and how long it takes at the weekly pace. */
export function WayThere({ levelId, aWeek }: { levelId: string; aWeek: number }) {
  const { t } = useTranslation('pathway');
  const { data, error, refetch } = useQuery(ROUTE, { variables: { id: levelId } });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  const route = data?.myRoute;
  if (!route || route.outcome === 'THERE') return null;
  return (
    <Section voice="record" title={t('way.title')} aside={t('way.pace', { hours: aWeek })}>
      {route.outcome === 'NO_WAY' ? (
        <p className={styles.note}>{t('way.none')}</p>
      ) : (
        <>
          <ol className={styles.legs}>
            {route.legs.map((leg, index) => (
              <Leg key={leg.toId} leg={leg} number={index + 1} aWeek={aWeek} />
            ))}
          </ol>
          <Beside route={route} />
        </>
      )}
    </Section>
  );
}

function Leg({ leg, number, aWeek }: { leg: Route['legs'][number]; number: number; aWeek: number }) {
  const { t } = useTranslation('pathway');
  const months = Math.ceil(monthsAtPace(leg.hours, aWeek) ?? 0);
  return (
    <li>
      <span aria-hidden>{number}</span>
      <div>
        <h3>{leg.to?.name}</h3>
        <p className={styles.note}>
          {leg.adds.length === 0
            ? t('way.addsNothing')
            : leg.adds.map(({ skill, to }) => t('reason.closes', { skill: skill?.name, to })).join(' ')}
        </p>
      </div>
      <b>{t('hours', { count: leg.hours })}</b>
      <span>{t('way.months', { count: months })}</span>
    </li>
  );
}

/** Straight there, and the runner-up. */
function Beside({ route: { hours, directly, runnerUp, legs } }: { route: Route }) {
  const { t } = useTranslation('pathway');
  const saves = directly === null ? 0 : hours - directly;
  return (
    <p className={styles.note}>
      {legs.length > 1 && saves > 0 && t('way.directly', { count: directly ?? 0, less: saves })}{' '}
      {runnerUp
        ? t('way.runnerUp', { count: runnerUp.hoursMore, way: runnerUp.legs.map(({ to }) => to?.name).join(' → ') })
        : t('way.only')}
    </p>
  );
}
