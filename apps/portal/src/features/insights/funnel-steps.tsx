import { useTranslation } from 'react-i18next';
import type { Figure } from './insights.documents.js';
import styles from './insights.module.css';
import { Told } from './told.js';
import { useRowsAddress } from './use-rows-address.js';

interface Props {
  steps: readonly Figure[];
  /** What is counted, for whoever hears the table. */
  counted: string;
  /** How it is counted. */
  how: string;
}

/** Step by step, each a part of the one above: the bars say it to the eye, the same lines are the table. */
export function FunnelSteps({ steps, counted, how }: Props) {
  const { t } = useTranslation('insights');
  const addressOf = useRowsAddress();
  const whole = steps[0]?.part ?? 0;
  return (
    <>
      <table className={styles.funnel}>
        <thead className="visually-hidden">
          <tr>
            <th>{t('flow.step')}</th>
            <th>{counted}</th>
            <th>{t('flow.ofBegun')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ key, part, band, opens }) => (
            <tr key={key}>
              <th scope="row">{t(`figures.${key}.name`)}</th>
              <td>
                <Told count={part} band={band} to={opens ? addressOf(key) : null} label={t(`figures.${key}.name`)} />
              </td>
              <td>
                <span className={styles.step} aria-hidden data-hidden={part === null}>
                  <span style={{ width: `${whole > 0 && part !== null ? (100 * part) / whole : 0}%` }} />
                </span>
                {whole > 0 && part !== null && <small>{`${Math.round((100 * part) / whole)} %`}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className={styles.how}>
        <summary>{t('how')}</summary>
        <p>{how}</p>
      </details>
    </>
  );
}
