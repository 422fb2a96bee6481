import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import styles from '../quality.module.css';
import type { Board } from './board.documents.js';
import { IntervalLine } from './estimate.js';

/** How severe assessors are beside each other, as far as common work lets one compare them. */
export function SeveritySection({ board }: { board: Board }) {
  const { t } = useTranslation('quality');
  const { severity } = board;
  const reach = Math.max(
    10,
    ...severity.flatMap(({ assessors }) => assessors.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])),
  );
  return (
    <Section title={t('severity.title')}>
      {severity.length === 0 && <p className={styles.quiet}>{t('severity.none')}</p>}
      {severity.length > 1 && <p className={styles.quiet}>{t('severity.apart', { count: severity.length })}</p>}
      {severity.map((group, index) => (
        <section
          key={group.assessorIds.join()}
          className={styles.scroll}
          aria-label={t('severity.group', { number: index + 1 })}
          tabIndex={0}
        >
          {group.needed > 0 || group.why ? (
            <p className={styles.quiet}>
              {group.why ??
                t('severity.needed', { count: group.needed, people: group.assessorIds.length, n: group.units })}
            </p>
          ) : (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{t('board.assessor')}</th>
                  <th data-end>{t('severity.points')}</th>
                  <th>{t('severity.interval')}</th>
                  <th data-end>{t('severity.units')}</th>
                </tr>
              </thead>
              <tbody>
                {group.assessors.map((each) => (
                  <tr key={each.assessorId}>
                    <td>{each.person.displayName}</td>
                    <td data-end>
                      <b>{each.severity.toFixed(1)}</b>
                    </td>
                    <td>
                      <IntervalLine value={each.severity} low={each.low} high={each.high} from={-reach} to={reach} />
                      <small className={styles.sub}>
                        {t('board.interval', { low: each.low.toFixed(1), high: each.high.toFixed(1) })}
                      </small>
                    </td>
                    <td data-end>{each.units}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {group.p !== null && (
            <p className={styles.quiet}>{t('severity.p', { p: group.p.toFixed(3), n: group.units })}</p>
          )}
        </section>
      ))}
    </Section>
  );
}
