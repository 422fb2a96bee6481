import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHotkey } from '../../../components/hotkeys.js';
import { HotkeyCap } from '../../../components/hotkey-cap.js';
import { Page } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { Workspace } from '../../../components/workspace.js';
import { useResultMutation } from '../../../lib/result.js';
import { CLAIM_NEXT, REVIEW_COUNTS, REVIEW_QUEUE } from '../reviews.documents.js';
import { QueueFilters } from './queue-filters.js';
import { QueueHeader } from './queue-header.js';
import styles from './queue-page.module.css';
import { QueueTable } from './queue-table.js';
import { SlotPanel } from './slot-panel.js';
import { useQueueAddress } from './use-queue-address.js';

// Others claim while one looks.
const LOOK_AGAIN = 30_000;

// Room for the list and the panel side by side.
const WIDE = '(min-width: 1100px)';

/** What waits for a mark. What is overdue stands first; the panel says why this person may take it. */
export function QueuePage() {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const address = useQueueAddress();
  const { scope, order, search, due, purpose, achievementId } = address;
  const wide = useMediaQuery(WIDE, false, { getInitialValueInEffect: false });
  const [problem, setProblem] = useState<string | null>(null);
  const variables = { scope, order, search: search || null, due, purpose, achievementId };
  const { data, previousData, error, refetch, fetchMore } = useQuery(REVIEW_QUEUE, {
    variables,
    pollInterval: LOOK_AGAIN,
  });
  const numbers = useQuery(REVIEW_COUNTS, { pollInterval: LOOK_AGAIN }).data;
  const counts = numbers?.reviewCounts;
  const [claimNext, next] = useResultMutation(CLAIM_NEXT, { refetch: ['ReviewCounts', 'Viewer'] });
  const queue = (data ?? previousData)?.reviewQueue;
  const rows = queue?.edges.map((edge) => edge.node);
  // Where there is room, the first one stands open: the panel says at once why it may be taken.
  const slotId = address.slotId ?? (wide && !address.isClosed ? rows?.[0]?.id : null) ?? null;

  const takeNext = async () => {
    setProblem(null);
    const outcome = await claimNext({});
    if (outcome.ok) void navigate(`/reviews/${outcome.ok.id}`);
    else setProblem(outcome.refusal?.message ?? t('unreachable'));
  };
  useHotkey({ keys: 'n', label: t('queue.takeNext'), group: t('queue.title'), run: () => void takeNext() });

  return (
    <Page title={t('queue.title')}>
      <Workspace
        head={
          <>
            <QueueHeader counts={counts} onTakeNext={() => void takeNext()} busy={next.loading} />
            {problem && <RefusalNote>{problem}</RefusalNote>}
            <QueueFilters address={address} counts={counts} achievements={numbers?.reviewedAchievements ?? []} />
          </>
        }
      >
        <div className={styles.list}>
          <section className={styles.rows} aria-label={t('queue.title')} tabIndex={0}>
            <QueueTable
              rows={rows}
              address={address}
              selectedId={slotId}
              without={counts?.canTake ?? 0}
              failed={Boolean(error && !queue)}
              onRetry={() => void refetch()}
              onOpen={(id) => void navigate(`/reviews/${id}`)}
            />
            <ShowMore className={styles.more} list={queue} onMore={(after) => fetchMore({ variables: { after } })} />
          </section>
          <div className={styles.foot}>
            <span>
              <HotkeyCap keys="j" /> <HotkeyCap keys="k" /> {t('queue.keyMove')}
            </span>
            <span>
              <HotkeyCap keys="c" /> {t('queue.keyClaim')}
            </span>
            <span>
              <HotkeyCap keys="o" /> {t('queue.keyOpen')}
            </span>
            <span>
              <HotkeyCap keys="?" /> {t('queue.keyAll')}
            </span>
            {rows && queue && rows.length > 0 && (
              <span className={styles.range}>{t('queue.range', { to: rows.length, total: queue.totalCount })}</span>
            )}
          </div>
        </div>
        {slotId && <SlotPanel key={slotId} slotId={slotId} onClose={address.close} />}
      </Workspace>
    </Page>
  );
}
