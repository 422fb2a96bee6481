import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Figure } from '../../../components/key-values.js';
import { OpenNumber, OpenWords } from '../../../components/open-number.js';
import { PageHeader } from '../../../components/page.js';
import { Note } from '../../../components/states.js';
import type { ResultOf } from '../../../lib/graphql.js';
import type { REVIEW_COUNTS } from '../reviews.documents.js';
import styles from './queue-header.module.css';

export type Counts = ResultOf<typeof REVIEW_COUNTS>['reviewCounts'];

interface Props {
  counts: Counts | undefined;
  onTakeNext: () => void;
  busy: boolean;
}

export function QueueHeader({ counts, onTakeNext, busy }: Props) {
  const { t } = useTranslation('reviews');
  const held = ({ held, capacity }: Counts) => t('queue.heldOf', { held, capacity });
  const [why, setWhy] = useState(false);
  return (
    <>
      <PageHeader
        title={t('queue.title')}
        below={
          counts && (
            <>
              {t('queue.mayTake', { count: counts.canTake })}{' '}
              {counts.hidden > 0 && (
                <>
                  {t('queue.hidden', { count: counts.hidden })}{' '}
                  <button type="button" className={styles.why} aria-expanded={why} onClick={() => setWhy(!why)}>
                    {t('queue.why')}
                  </button>
                </>
              )}
            </>
          )
        }
        aside={
          counts && (
            <>
              <Figure
                value={
                  <OpenWords count={counts.held} to="?scope=held" label={`${held(counts)} ${t('queue.heldBy')}`}>
                    {held(counts)}
                  </OpenWords>
                }
              >
                {t('queue.heldBy')}
              </Figure>
              <Figure
                value={<OpenNumber count={counts.handedInThisWeek} to="?scope=week" label={t('queue.thisWeek')} />}
              >
                {t('queue.thisWeek')}
              </Figure>
              <Figure
                value={
                  <OpenNumber count={counts.dueToday + counts.overdue} to="?scope=due" label={t('queue.dueOrOver')} />
                }
              >
                {t('queue.dueOrOver')}
              </Figure>
            </>
          )
        }
        acts={
          <Button variant="primary" size="large" hotkey="n" busy={busy} onClick={onTakeNext}>
            {t('queue.takeNext')}
          </Button>
        }
      />
      {why && <Note wide>{t('queue.whyText')}</Note>}
    </>
  );
}
