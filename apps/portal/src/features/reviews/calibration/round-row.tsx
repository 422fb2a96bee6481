import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import styles from '../quality.module.css';
import { CLOSE_ROUND, type RoundInList } from './calibration.documents.js';

/** One round: how far one is oneself, and for its lead how everybody did. */
export function RoundRow({ round }: { round: RoundInList }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const { may } = useViewer();
  const [close, { loading }] = useResultMutation(CLOSE_ROUND, { refetch: ['CalibrationRounds'] });
  const { id, name, needed, tolerance, version, exemplars, progress, openedAt, closedAt, viewerCan } = round;
  const asked = exemplars.filter(({ isOwn }) => !isOwn);
  const done = asked.filter(({ handedInAt }) => handedInAt).length;
  const within = asked.filter((each) => each.within).length;
  return (
    <li>
      <div className={styles.line}>
        <NameLink to={`/reviews/calibration/${id}`}>
          {name} · {version.name}
        </NameLink>
        <span className={styles.acts}>
          {closedAt ? (
            <StatusWord>{t('calibration.closed', { date: date(closedAt) })}</StatusWord>
          ) : (
            asked.length > 0 &&
            may('submission.mark') && (
              <StatusWord tone={done === asked.length ? 'green' : 'amber'}>
                {t('calibration.own', { done, of: asked.length })}
              </StatusWord>
            )
          )}
          {viewerCan.includes('close') && (
            <Button
              size="small"
              busy={loading}
              aria-label={t('calibration.closeNamed', { name })}
              onClick={() => void close({ id })}
            >
              {t('calibration.close')}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.facts}>
        <span>{t('calibration.rule', { needed, of: exemplars.length, count: tolerance })}</span>
        <span>{t('calibration.since', { date: date(openedAt) })}</span>
        {done > 0 && <span>{t('calibration.ownWithin', { within, of: done })}</span>}
      </p>
      {progress.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('board.assessor')}</th>
                <th data-end>{t('calibration.handedIn')}</th>
                <th data-end>{t('calibration.within')}</th>
                <th data-end>{t('calibration.bias')}</th>
                <th data-end>{t('calibration.apart')}</th>
                <th data-end>{t('calibration.exact')}</th>
              </tr>
            </thead>
            <tbody>
              {progress.map((each) => (
                <tr key={each.personId}>
                  <td>{each.person.displayName}</td>
                  <td data-end>{t('calibration.of', { done: each.handedIn, of: exemplars.length })}</td>
                  <td data-end>{each.within}</td>
                  <td data-end>{each.bias === null ? '–' : each.bias.toFixed(2)}</td>
                  <td data-end>{each.apart === null ? '–' : each.apart.toFixed(2)}</td>
                  <td data-end>{each.exact === null ? '–' : `${Math.round(each.exact * 100)} %`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </li>
  );
}
