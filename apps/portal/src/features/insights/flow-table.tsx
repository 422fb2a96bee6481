import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.js';
import { TextLink } from '../../components/text-link.js';
import type { AchievementFlow, Figure } from './insights.documents.js';
import styles from './insights.module.css';
import { Told } from './told.js';
import { useRowsAddress } from './use-rows-address.js';

const percent = (part: number, of: number) => `${Math.round((100 * part) / of)} %`;
const COLUMNS = ['BEGUN', 'ANSWERED'] as const;

/** The same by achievement, the most tried first. */
export function FlowTable({ flows }: { flows: readonly AchievementFlow[] }) {
  const { t } = useTranslation('insights');
  return (
    <section className={styles.scroll} aria-label={t('flow.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('flow.achievement')}</th>
            {COLUMNS.map((key) => (
              <th key={key} data-end>
                {t(`figures.${key}.name`)}
              </th>
            ))}
            <th data-end>{t('figures.FIRST_PASS.name')}</th>
            <th data-end>{t('figures.TURNAROUND.name')}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <FlowRow key={flow.achievementId} flow={flow} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FlowRow({ flow: { achievementId, name, figures } }: { flow: AchievementFlow }) {
  const { t } = useTranslation('insights');
  const { wait } = useFormat();
  const addressOf = useRowsAddress();
  const figure = (key: Figure['key']) => figures.find((each) => each.key === key);
  const [first, turnaround] = [figure('FIRST_PASS'), figure('TURNAROUND')];
  return (
    <tr>
      <td>{name}</td>
      {COLUMNS.map((key) => {
        const step = figure(key);
        return (
          <td key={key} data-end>
            {step && (
              <Told
                count={step.part}
                band={step.band}
                to={step.opens ? addressOf(key, { achievement: achievementId, name }) : null}
                label={`${name}, ${t(`figures.${key}.name`)}`}
              />
            )}
          </td>
        );
      })}
      <td data-end>
        {first?.part != null && first.of ? (
          <>
            {first.opens ? (
              <TextLink
                to={addressOf('FIRST_PASS', { achievement: achievementId, name })}
                aria-label={t('rowsNamed', { name: `${name}, ${t('figures.FIRST_PASS.name')}` })}
              >
                {percent(first.part, first.of)}
              </TextLink>
            ) : (
              percent(first.part, first.of)
            )}
            <small className={styles.sub}>{t('n', { n: first.of })}</small>
          </>
        ) : (
          <span className={styles.quiet}>{first?.of === 0 ? '–' : t(`band.${first?.band ?? 'HIDDEN'}`)}</span>
        )}
      </td>
      <td data-end>
        {turnaround?.hours == null ? (
          '–'
        ) : turnaround.opens ? (
          <TextLink
            to={addressOf('TURNAROUND', { achievement: achievementId, name })}
            aria-label={t('rowsNamed', { name: `${name}, ${t('figures.TURNAROUND.name')}, ${wait(turnaround.hours)}` })}
          >
            {wait(turnaround.hours)}
          </TextLink>
        ) : (
          wait(turnaround.hours)
        )}
      </td>
    </tr>
  );
}
