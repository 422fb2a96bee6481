import { useTranslation } from 'react-i18next';
import { OpenWords } from '../../../components/open-number.js';
import { Section } from '../../../components/page.js';
import styles from '../quality.module.css';
import type { AgreementOnBoard, RubricOnBoard } from './board.documents.js';
import { Estimate } from './estimate.js';

/** One rubric: how far assessors agree by it, criterion by criterion, and what other scores to pass would have made. */
export function RubricSection({ rubric, opens }: { rubric: RubricOnBoard; opens: string | null }) {
  const { t } = useTranslation('quality');
  const { name, number, decision, scores, criteria, marks, simulation, cutScore } = rubric;
  return (
    <Section title={t('rubric.title', { name, number })} voice="record">
      <p className={styles.facts}>
        <span>
          <OpenWords count={marks} to={opens} label={t('rubric.marksOf', { count: marks, name, number })}>
            {t('rubric.marks', { count: marks })}
          </OpenWords>
        </span>
        <span>{t('rubric.twice', { count: decision.units })}</span>
        <span>{t('rubric.raters', { count: decision.raters })}</span>
        <span>{t('rubric.cut', { percent: Math.round(cutScore * 100) })}</span>
      </p>
      {decision.needed > 0 ? (
        <p>{t('rubric.needed', { count: decision.needed })}</p>
      ) : (
        <section className={styles.scroll} aria-label={t('rubric.title', { name, number })} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('rubric.what')}</th>
                <th data-end>{t('rubric.n')}</th>
                <th data-end>{t('rubric.scale')}</th>
                <th data-end>{t('rubric.exact')}</th>
                <th data-end>{t('rubric.adjacent')}</th>
                <th data-end>{t('rubric.ac')}</th>
                <th data-end>{t('rubric.alpha')}</th>
                <th data-end>{t('rubric.kappa')}</th>
                <th data-end>{t('rubric.discrimination')}</th>
              </tr>
            </thead>
            <tbody>
              <AgreementRow title={t('rubric.decision')} agreement={decision} />
              {criteria.map((each) => (
                <AgreementRow
                  key={each.criterionId}
                  title={`${each.number} ${each.title}`}
                  agreement={each.agreement}
                  discrimination={each.discrimination}
                  unused={each.unusedLevels}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {scores && (
        <p className={styles.quiet}>
          {t('rubric.icc')} <Estimate figure={scores} />
        </p>
      )}
      {decision.needed === 0 && decision.pabak !== null && (
        <p className={styles.quiet}>
          {decision.paradox && <b>{t('rubric.paradox')} </b>}
          {t('rubric.guard', {
            prevalence: decision.prevalence?.toFixed(2),
            bias: decision.bias?.toFixed(2),
            pabak: decision.pabak.toFixed(2),
          })}
        </p>
      )}
      {simulation.length > 0 && (
        <details>
          <summary className={styles.quiet}>{t('rubric.simulation')}</summary>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('rubric.score')}</th>
                <th data-end>{t('rubric.wouldPass')}</th>
              </tr>
            </thead>
            <tbody>
              {simulation.map((each) => (
                <tr key={each.cutScore}>
                  <td>{`${Math.round(each.cutScore * 100)} %`}</td>
                  <td data-end>{t('rubric.of', { passed: each.passed, of: each.of })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  );
}

interface RowProps {
  title: string;
  agreement: AgreementOnBoard;
  discrimination?: number | null;
  unused?: readonly string[];
}

function AgreementRow({ title, agreement, discrimination = null, unused = [] }: RowProps) {
  const { t } = useTranslation('quality');
  const { needed, units, scale, exact, adjacent, ac, alpha, kappa } = agreement;
  return (
    <tr>
      <td>
        {title}
        {unused.length > 0 && <small className={styles.sub}>{t('rubric.unused', { levels: unused.join(', ') })}</small>}
      </td>
      <td data-end>{units}</td>
      <td data-end>{scale}</td>
      {needed > 0 ? (
        <td colSpan={5} className={styles.quiet}>
          {t('rubric.needed', { count: needed })}
        </td>
      ) : (
        <>
          <td data-end>
            <Estimate figure={exact} percent />
          </td>
          <td data-end>
            <Estimate figure={adjacent} percent />
          </td>
          <td data-end>
            <Estimate figure={ac} />
          </td>
          <td data-end>
            <Estimate figure={alpha} />
          </td>
          <td data-end>
            <Estimate figure={kappa} />
          </td>
        </>
      )}
      <td data-end>{discrimination === null ? '–' : discrimination.toFixed(2)}</td>
    </tr>
  );
}
