import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import styles from '../quality.module.css';
import type { Board } from './board.documents.js';

/** Below so many criteria a share says too little: then only the numbers stand there. */
const FEWEST = 10;

/** How far each assessor's checks among live work lie from what the exemplars are worth. */
export function ChecksSection({ board }: { board: Board }) {
  const { t } = useTranslation('quality');
  const { checks } = board;
  const signed = (value: number) => (value > 0 ? `+${value.toFixed(2)}` : value.toFixed(2).replace('-', '−'));
  return (
    <Section title={t('checks.title')}>
      {checks.length === 0 ? (
        <p className={styles.quiet}>{t('checks.none')}</p>
      ) : (
        <section className={styles.scroll} aria-label={t('checks.title')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('board.assessor')}</th>
                <th data-end>{t('checks.within')}</th>
                <th data-end>{t('checks.exact')}</th>
                <th data-end>{t('checks.bias')}</th>
                <th data-end>{t('checks.apart')}</th>
                <th data-end>{t('checks.criteria')}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map((each) => {
                const enough = each.criteria >= FEWEST;
                const shown = (value: number | null, as: (value: number) => string) =>
                  enough && value !== null ? as(value) : '–';
                return (
                  <tr key={each.personId}>
                    <td>{each.person.displayName}</td>
                    <td data-end>
                      <b>{t('checks.of', { within: each.within, of: each.checks })}</b>
                    </td>
                    <td data-end>{shown(each.exact, (value) => `${Math.round(value * 100)} %`)}</td>
                    <td data-end>{shown(each.bias, signed)}</td>
                    <td data-end>{shown(each.apart, (value) => value.toFixed(2))}</td>
                    <td data-end>{each.criteria}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      <p className={styles.quiet}>{t('checks.how', { count: FEWEST })}</p>
    </Section>
  );
}
