import { useTranslation } from 'react-i18next';
import { OpenNumber } from '../../../components/open-number.js';
import { Section } from '../../../components/page.js';
import styles from '../quality.module.css';
import type { RubricOnBoard } from './board.documents.js';

/** Nothing can be told of it yet but how much was marked. */
export const isSparse = ({ decision, simulation, scores }: RubricOnBoard): boolean =>
  decision.needed > 0 && simulation.length === 0 && !scores;

interface Props {
  rubrics: readonly RubricOnBoard[];
  /** Where the marks by one version are listed. */
  opens: (versionId: string) => string | null;
}

/** Rubrics of which too little was marked twice: a row each instead of a page of sections that say so. */
export function SparseRubrics({ rubrics, opens }: Props) {
  const { t } = useTranslation('quality');
  return (
    <Section title={t('rubric.sparse')}>
      <section className={styles.scroll} aria-label={t('rubric.sparse')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('achievement')}</th>
              <th data-end>{t('rubric.cutColumn')}</th>
              <th data-end>{t('rubric.marksColumn')}</th>
              <th data-end>{t('rubric.ratersColumn')}</th>
              <th data-end>{t('rubric.twiceColumn')}</th>
              <th data-end>{t('rubric.neededColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {rubrics.map(({ versionId, name, number, decision, marks, cutScore }) => (
              <tr key={versionId}>
                <td>{t('rubric.title', { name, number })}</td>
                <td data-end>{`${Math.round(cutScore * 100)} %`}</td>
                <td data-end>
                  <OpenNumber
                    count={marks}
                    to={opens(versionId)}
                    label={t('rubric.marksOf', { count: marks, name, number })}
                  />
                </td>
                <td data-end>{decision.raters}</td>
                <td data-end>{decision.units}</td>
                <td data-end>{decision.needed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.quiet}>{t('rubric.sparseHow')}</p>
    </Section>
  );
}
