import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { Page } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { SlotPanel } from '../queue/slot-panel.js';
import { hasWork } from '../review.types.js';
import { slotTitle } from '../review-words.js';
import { MARKING, SLOT_LOOK } from '../reviews.documents.js';
import { HandedInMark } from './handed-in-mark.js';
import styles from './marking-page.module.css';
import { MarkingWorkspace } from './marking-workspace.js';

/** A slot's own page: a look for anybody who may see it, the workspace for its holder, the outcome afterwards. */
export function MarkingPage() {
  const { t } = useTranslation('reviews');
  const { slotId = '' } = useParams();
  const look = useQuery(SLOT_LOOK, {
    variables: { id: slotId },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const slot = look.data?.markingSlot;
  const handedIn = slot?.state === 'HANDED_IN';
  const mine = slot?.lease?.mine ?? false;
  const work = useQuery(MARKING, {
    variables: { id: slotId },
    skip: !mine && !handedIn,
    // What one works on must be what the API has, not what was left in the cache by an earlier visit.
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const full = work.data?.markingSlot;

  if (!look.data && look.error) return <Alone>{<ErrorState onRetry={() => void look.refetch()} />}</Alone>;
  if (!look.data) return <Alone>{<LoadingRows rows={8} />}</Alone>;
  if (!slot)
    return (
      <Alone>
        <EmptyState title={t('missing.title')} act={<LinkButton to="/reviews">{t('missing.back')}</LinkButton>}>
          {t('missing.body')}
        </EmptyState>
      </Alone>
    );
  // Once the workspace stands, a lost lease is told inside it: what was written must not vanish from the screen.
  if (full && hasWork(full) && (full.lease?.mine || full.mark) && full.state !== 'HANDED_IN')
    return (
      <Page title={slotTitle(full)} record={full.id}>
        <MarkingWorkspace
          key={full.id}
          slot={full}
          onHandedIn={() => void Promise.all([look.refetch(), work.refetch()])}
        />
      </Page>
    );
  if (handedIn && full)
    return (
      <Page title={slotTitle(full)} record={full.id}>
        <HandedInMark slot={full} />
      </Page>
    );
  if ((mine || handedIn) && work.error) return <Alone>{<ErrorState onRetry={() => void work.refetch()} />}</Alone>;
  if (mine || handedIn) return <Alone>{<LoadingRows rows={8} />}</Alone>;
  return (
    <Page title={slotTitle(slot)} record={slotId}>
      <SlotPanel slotId={slotId} />
    </Page>
  );
}

function Alone({ children }: { children: React.ReactNode }) {
  return <div className={styles.alone}>{children}</div>;
}
