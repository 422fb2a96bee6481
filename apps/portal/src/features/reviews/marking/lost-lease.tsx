import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { CLAIM_SLOT } from '../reviews.documents.js';
import styles from './lost-lease.module.css';

interface Props {
  slotId: string;
  reason: string;
  onRegain: (until: string | null) => Promise<void>;
}

/** The lease is gone: what was written stays on the screen, and one may ask for the slot again. */
export function LostLease({ slotId, reason, onRegain }: Props) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const [claim, claiming] = useResultMutation(CLAIM_SLOT);
  const [problem, setProblem] = useState<string | null>(null);
  const again = async () => {
    const { ok, refusal } = await claim({ id: slotId });
    if (ok) await onRegain(ok.lease?.until ?? null);
    else if (refusal && 'holderName' in refusal)
      setProblem(t('panel.alreadyClaimed', { name: refusal.holderName, time: format.time(refusal.until) }));
    else setProblem(refusal?.message ?? t('unreachable'));
  };
  return (
    <div className={styles.lost} role="alert">
      <p>
        <strong>{t('lost.title')}</strong> {reason} {t('lost.kept')} {problem}
      </p>
      <Button size="small" busy={claiming.loading} onClick={() => void again()}>
        {t('lost.again')}
      </Button>
      <LinkButton size="small" to="/reviews">
        {t('lost.leave')}
      </LinkButton>
    </div>
  );
}
