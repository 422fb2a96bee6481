import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { OpenNumber } from '../../../components/open-number.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../quality.module.css';
import type { OpensPlaces } from '../use-opens-places.js';
import type { Board } from './board.documents.js';
import { Done, Held } from '../load-numbers.js';
import { SeveritySection } from './severity-section.js';
import { StaffingSection } from './staffing-section.js';
import { WeeksChart } from './weeks-chart.js';

interface Props {
  board: Board;
  opens: OpensPlaces;
  achievementId: string;
}

/** How the work flows: what waits and for how long, what was done, and on whom it lies. */
export function QueueSection({ board, opens, achievementId }: Props) {
  const { t } = useTranslation('quality');
  const { queue, loads, fairness } = board;
  const { wait } = useFormat();
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(2));
  return (
    <div className={styles.two}>
      <Section title={t('board.queue')}>
        {queue.length === 0 ? (
          <p className={styles.quiet}>{t('board.nothingWaits')}</p>
        ) : (
          <section className={styles.scroll} aria-label={t('board.queue')} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{t('achievement')}</th>
                  <th data-end>{t('board.waiting')}</th>
                  <th data-end>{t('board.beingMarked')}</th>
                  <th data-end>{t('board.overdue')}</th>
                  <th data-end>{t('board.median')}</th>
                  <th data-end>{t('board.oldest')}</th>
                </tr>
              </thead>
              <tbody>
                {queue.map((each) => (
                  <tr key={each.achievementId}>
                    <td>{each.achievement?.name}</td>
                    <td data-end>
                      <OpenNumber
                        count={each.waiting}
                        label={`${t('board.waiting')}, ${each.achievement?.name ?? ''}`}
                        to={opens.places('unbegun', { achievement: each.achievementId })}
                      />
                    </td>
                    <td data-end>
                      <OpenNumber
                        count={each.beingMarked}
                        label={`${t('board.beingMarked')}, ${each.achievement?.name ?? ''}`}
                        to={opens.places('begun', { achievement: each.achievementId })}
                      />
                    </td>
                    <td data-end>
                      <OpenNumber
                        count={each.overdue}
                        label={`${t('board.overdue')}, ${each.achievement?.name ?? ''}`}
                        to={opens.places('overdue', { achievement: each.achievementId })}
                      />
                    </td>
                    <td data-end>{wait(each.medianHours)}</td>
                    <td data-end>{wait(each.oldestHours)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Section>
      <Section title={t('board.throughput')}>
        <WeeksChart board={board} opens={opens} achievementId={achievementId} />
      </Section>
      <Section title={t('board.load')}>
        <section className={styles.scroll} aria-label={t('board.load')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('board.assessor')}</th>
                <th data-end>{t('assessors.load')}</th>
                <th data-end>{t('assessors.done')}</th>
              </tr>
            </thead>
            <tbody>
              {loads.map((each) => (
                <tr key={each.personId}>
                  <td>{each.person.displayName}</td>
                  <td data-end>
                    <Held of={each} opens={opens} />
                  </td>
                  <td data-end>
                    <Done of={each} opens={opens} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p className={styles.quiet}>
          {t('board.fairness', {
            n: fairness.people,
            variation: share(fairness.variation),
            gini: share(fairness.gini),
            most: share(fairness.most),
          })}
        </p>
      </Section>
      <SeveritySection board={board} />
      <StaffingSection board={board} />
    </div>
  );
}
