import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { WITHDRAW_ENDORSEMENT } from '../../lib/endorsements.documents.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type AskedEndorsement, GIVE_ENDORSEMENT } from './endorse.documents.js';
import { EndorseForm } from './endorse-form.js';
import styles from './witness.module.css';

/** Colleagues who ask for one's word for a badge, and what one has said. */
export function EndorsementsAsked({ of }: { of: readonly AskedEndorsement[] }) {
  const { t } = useTranslation('endorsements');
  if (of.length === 0) return null;
  return (
    <Section title={t('asked.title')}>
      <ul className={styles.list}>
        {of.map((each) => (
          <Row key={each.id} of={each} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ of }: { of: AskedEndorsement }) {
  const { t } = useTranslation('endorsements');
  const { day } = useFormat();
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const [give] = useResultMutation(GIVE_ENDORSEMENT);
  const [withdraw, withdrawing] = useResultMutation(WITHDRAW_ENDORSEMENT);
  return (
    <li>
      <p className={styles.title}>{of.achievementName}</p>
      <p className={styles.quiet}>{t('asked.by', { name: of.holder?.displayName, day: day(of.askedAt) })}</p>
      {of.message && <p>{of.message}</p>}
      {of.words && <blockquote>{of.words}</blockquote>}
      {of.state === 'WITHDRAWN' && <p className={styles.quiet}>{t('state.WITHDRAWN')}</p>}
      {of.viewerCan.includes('answer') &&
        (open ? (
          <EndorseForm
            keptAs={`endorse-${of.id}`}
            onAnswer={async (input) => {
              const { ok, refusal } = await give({ id: of.id, input });
              return ok ? null : (refusal?.message ?? t('unreachable'));
            }}
          />
        ) : (
          <div className={styles.acts}>
            <Button onClick={() => setOpen(true)}>{t('asked.answer')}</Button>
          </div>
        ))}
      {of.viewerCan.includes('withdraw') && (
        <div className={styles.acts}>
          <Button variant="quiet" onClick={() => setEnding(true)}>
            {t('withdraw.act')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={ending}
        title={t('withdraw.own')}
        act={t('withdraw.act')}
        danger
        busy={withdrawing.loading}
        refusal={withdrawing.refusal?.message}
        onConfirm={() => void withdraw({ id: of.id, reason: '' }).then(({ ok }) => ok && setEnding(false))}
        onClose={() => setEnding(false)}
      >
        {t('withdraw.body')}
      </ConfirmDialog>
    </li>
  );
}
