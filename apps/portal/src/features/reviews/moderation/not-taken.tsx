import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { EmptyState } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { CLAIM_SLOT } from '../reviews.documents.js';

interface Props {
  slotId: string;
  mayTake: boolean;
  onTaken: () => void;
}

/** A decision that one was led to and has not taken: a way in, or the way back. */
export function NotTaken({ slotId, mayTake, onTaken }: Props) {
  const { t } = useTranslation('reviews');
  const [claim, { loading, refusal, failed }] = useResultMutation(CLAIM_SLOT);
  const take = async () => {
    const { ok } = await claim({ id: slotId });
    if (ok) onTaken();
  };
  if (!mayTake || refusal)
    return (
      <EmptyState
        alone
        title={t('moderation.none')}
        act={<LinkButton to="/reviews/moderation">{t('moderation.back')}</LinkButton>}
      >
        {refusal?.message ?? t('moderation.noneBody')}
      </EmptyState>
    );
  return (
    <EmptyState
      alone
      title={t('moderation.untaken')}
      act={
        <Button variant="primary" busy={loading} onClick={() => void take()}>
          {t('moderation.take')}
        </Button>
      }
    >
      {failed ? t('unreachable') : t('moderation.untakenBody')}
    </EmptyState>
  );
}
