import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { LevelTile } from '../../../components/level-tile.js';
import styles from '../quality.module.css';
import type { Round, RoundExemplar } from './calibration.documents.js';

interface Props {
  criteria: Round['version']['rubric']['criteria'];
  judged: Pick<RoundExemplar, 'within' | 'compared'>;
  /** What was written beside the levels. */
  given?: readonly { criterionId: string; comment: string }[];
  /** Whether it is somebody else's judgement that is read. */
  byOther?: boolean;
}

/** Where one's own levels differ from what the exemplar is worth, and why it is worth that. */
export function JudgedExemplar({ criteria, judged, given, byOther = false }: Props) {
  const { t } = useTranslation('quality');
  return (
    <section aria-label={t('compared.title')}>
      <p>
        <StatusWord tone={judged.within ? 'green' : 'amber'}>
          {judged.within ? t('compared.within') : t('compared.off')}
        </StatusWord>
      </p>
      <ol className={styles.rows}>
        {criteria.map((criterion, index) => {
          const wrote = given?.find(({ criterionId }) => criterionId === criterion.id)?.comment;
          const found = judged.compared?.find(({ criterionId }) => criterionId === criterion.id);
          if (!found) return null;
          return (
            <li key={criterion.id}>
              <div className={styles.line}>
                <span className={styles.name}>
                  {index + 1} {criterion.title}
                </span>
                <span className={styles.acts}>
                  {byOther ? t('compared.they') : t('compared.you')} <LevelTile level={found.given} />
                  {t('compared.worth')} <LevelTile level={found.definitive} />
                </span>
              </div>
              <p className={styles.facts}>
                <span>
                  {found.difference === 0
                    ? t('compared.same')
                    : found.difference === null
                      ? t('compared.notComparable')
                      : found.difference > 0
                        ? t('compared.above', { count: found.difference })
                        : t('compared.below', { count: -found.difference })}
                </span>
                <span>{found.reason}</span>
              </p>
              {wrote && (
                <p className={styles.facts}>
                  <span>{byOther ? t('compared.theyWrote') : t('compared.youWrote')}</span>
                  <span>{wrote}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
