import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.js';
import type { BadgeUses, UseKind } from './badge-use.documents.js';
import shared from './insights.module.css';
import { UseNumber } from './use-number.js';
import styles from './use-picture.module.css';

/** One bar for each step of time; what cannot be told is a dashed one without a height. The same numbers stand below as a table. */
export function UsePicture({
  steps,
  step,
  kind,
  opened = false,
}: {
  steps: BadgeUses['steps'];
  step: BadgeUses['step'];
  kind: UseKind;
  /** Whether the days stand open, as where a number led here. */
  opened?: boolean;
}) {
  const { t } = useTranslation('insights');
  const { date, number } = useFormat();
  const lines = steps.map(({ day, figures }) => ({ day, figure: figures.find((each) => each.kind === kind) }));
  const most = Math.max(0, ...lines.map(({ figure }) => figure?.times ?? 0));
  // t('insights:uses.step.DAY') t('insights:uses.step.WEEK') t('insights:uses.step.MONTH')
  const name = t(`uses.step.${step}`);
  return (
    <figure className={styles.picture}>
      <div className={styles.bars} aria-hidden data-many={lines.length > 40}>
        {lines.map(({ day, figure }) => (
          <span
            key={day}
            data-hidden={figure?.times == null}
            title={`${date(day)}: ${figure?.times == null ? t('band.HIDDEN') : number(figure.times)}`}
            style={{ height: figure?.times == null ? '100%' : `${(100 * figure.times) / Math.max(1, most)}%` }}
          />
        ))}
      </div>
      <figcaption>
        <span>{lines[0] && date(lines[0].day)}</span>
        <span>{most > 0 ? t('uses.most', { count: most, step: name }) : t('uses.nothing')}</span>
        <span>{lines.length > 0 && date(lines[lines.length - 1]?.day ?? '')}</span>
      </figcaption>
      <details className={shared.how} id="days" open={opened}>
        <summary>{t('uses.asTable')}</summary>
        <table className={shared.table}>
          <thead>
            <tr>
              <th>{name}</th>
              <th data-end>{t(`uses.kind.${kind}`)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ day, figure }) => (
              <tr key={day}>
                <td>{date(day)}</td>
                <td data-end>
                  <UseNumber times={figure?.times ?? null} band={figure?.band ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
