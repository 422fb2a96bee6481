import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { FoldName } from './fold-name.js';
import type { UnitCoverage } from './insights.documents.js';
import styles from './insights.module.css';
import { ShareBar, Told } from './told.js';
import { useFolded } from './use-folded.js';
import { useRowsAddress } from './use-rows-address.js';

/** Units as they stand in the organisation, each with everybody below it. */
export function UnitsTable({ units }: { units: readonly UnitCoverage[] }) {
  const { t } = useTranslation('insights');
  const { number } = useFormat();
  const addressOf = useRowsAddress();
  const folded = useFolded(units, ({ unitId }) => unitId);
  const metOf = (part: number, of: number) => t('partOf', { part: number(part), of: number(of) });
  if (units.length === 0) return <p>{t('units.none')}</p>;
  return (
    <section className={styles.scroll} aria-label={t('units.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('units.unit')}</th>
            <th data-bar>{t('supply.covered')}</th>
            <th data-end>{t('units.asked')}</th>
            <th data-end>{t('units.met')}</th>
          </tr>
        </thead>
        <tbody>
          {folded.map((fold) => {
            const { unitId, name, people, of, part, band } = fold.row;
            return (
              <tr key={unitId}>
                <FoldName fold={fold} />
                <td data-bar>
                  <ShareBar part={part} of={of} />
                </td>
                <td data-end>
                  <Told
                    count={people}
                    band={people === null ? 'HIDDEN' : null}
                    to={addressOf('UNIT_ASKED', { unit: unitId, name })}
                    label={`${name}, ${t('units.asked')}`}
                  />
                </td>
                <td data-end>
                  {band === null && part !== null && of !== null ? (
                    of > 0 && (
                      <TextLink
                        to={addressOf('UNIT_NEEDS', { unit: unitId, name })}
                        aria-label={t('rowsNamed', { name: `${name}, ${t('units.met')}, ${metOf(part, of)}` })}
                      >
                        {metOf(part, of)}
                      </TextLink>
                    )
                  ) : (
                    <span className={styles.quiet}>{t('band.HIDDEN')}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
