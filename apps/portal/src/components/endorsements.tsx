import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Endorsed,
  SHOW_ENDORSEMENT,
  TAKE_BACK_ENDORSEMENT,
  WITHDRAW_ENDORSEMENT,
} from '../lib/endorsements.documents.js';
import { useFormat } from '../lib/format.js';
import { useResultMutation } from '../lib/result.js';
import { useEndorsements } from '../lib/use-endorsements.js';
import { AskEndorsementDialog } from './ask-endorsement-dialog.js';
import { Button } from './button.js';
import { StatusWord } from './chip.js';
import { ConfirmDialog } from './confirm-dialog.js';
import styles from './endorsements.module.css';
import { Section } from './page.js';
import { ErrorState, LoadingRows, RefusalNote } from './states.js';

/** What others say for a badge: asked for, given, signed, withdrawn. */
export function Endorsements({ credentialId }: { credentialId: string }) {
  const { t } = useTranslation('endorsements');
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useEndorsements(credentialId);
  const it = data?.credential;
  if (it && !it.canAskEndorsement && it.endorsements.length === 0) return null;
  return (
    <Section
      title={t('title')}
      aside={it?.canAskEndorsement && <Button onClick={() => setAsking(true)}>{t('ask.act')}</Button>}
    >
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={2} />}
      {it?.endorsements.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul className={styles.list}>
        {it?.endorsements.map((each) => (
          <One key={each.id} of={each} />
        ))}
      </ul>
      {asking && <AskEndorsementDialog credentialId={credentialId} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function One({ of }: { of: Endorsed }) {
  const { t } = useTranslation('endorsements');
  const { date } = useFormat();
  const [ending, setEnding] = useState(false);
  const [back, backing] = useResultMutation(TAKE_BACK_ENDORSEMENT);
  const [show, showing] = useResultMutation(SHOW_ENDORSEMENT);
  const [withdraw, withdrawing] = useResultMutation(WITHDRAW_ENDORSEMENT);
  // t('endorsements:hide') t('endorsements:show')
  const can = (act: string) => of.viewerCan.includes(act);
  const problem = backing.refusal ?? showing.refusal;
  const end = async (reason: string) => {
    const { ok } = await withdraw({ id: of.id, reason });
    if (ok) setEnding(false);
  };
  return (
    <li>
      {of.words && <blockquote className={styles.words}>{of.words}</blockquote>}
      <p className={styles.by}>
        <strong>{of.endorserName}</strong>
        {of.capacity && `, ${of.capacity}`} <State of={of} />
      </p>
      {of.state === 'WITHDRAWN' && of.withdrawnAt && (
        <p className={styles.hint}>
          {t('withdrawnOn', { date: date(of.withdrawnAt) })} {of.withdrawnReason}
        </p>
      )}
      {problem && <RefusalNote>{problem.message}</RefusalNote>}
      <div className={styles.acts}>
        {can('show') && (
          <Button variant="quiet" busy={showing.loading} onClick={() => void show({ id: of.id, shown: !of.shown })}>
            {t(of.shown ? 'hide' : 'show')}
          </Button>
        )}
        {of.document && (
          <a
            className={styles.download}
            href={`data:application/vc+ld+json;charset=utf-8,${encodeURIComponent(of.document)}`}
            download="endorsement.json"
          >
            {t('download')}
          </a>
        )}
        {can('takeBack') && (
          <Button variant="quiet" busy={backing.loading} onClick={() => void back({ id: of.id })}>
            {t('takeBack')}
          </Button>
        )}
        {can('withdraw') && (
          <Button
            variant="quiet"
            aria-label={t('withdraw.title', { name: of.endorserName })}
            onClick={() => setEnding(true)}
          >
            {t('withdraw.act')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={ending}
        title={t('withdraw.title', { name: of.endorserName })}
        act={t('withdraw.act')}
        danger
        busy={withdrawing.loading}
        reasonLabel={t('withdraw.reason')}
        refusal={withdrawing.refusal?.message}
        onConfirm={(reason) => void end(reason)}
        onClose={() => setEnding(false)}
      >
        {t('withdraw.body')}
      </ConfirmDialog>
    </li>
  );
}

function State({ of }: { of: Endorsed }) {
  const { t } = useTranslation('endorsements');
  const { date } = useFormat();
  // t('endorsements:state.DECLINED') t('endorsements:state.TAKEN_BACK') t('endorsements:state.WITHDRAWN')
  if (of.state === 'ASKED')
    return <StatusWord>{t('state.ASKED', { date: date(of.askedAt), until: date(of.expiresAt) })}</StatusWord>;
  if (of.state === 'GIVEN')
    return of.document && of.signedAt ? (
      <StatusWord tone="green">{t('state.SIGNED', { date: date(of.signedAt) })}</StatusWord>
    ) : (
      <StatusWord>{t('state.GIVEN')}</StatusWord>
    );
  return <StatusWord tone={of.state === 'WITHDRAWN' ? 'amber' : 'plain'}>{t(`state.${of.state}`)}</StatusWord>;
}
