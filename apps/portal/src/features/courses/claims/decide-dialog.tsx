import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { EvidenceView } from '../../../components/evidence-view.js';
import { KeyValues } from '../../../components/key-values.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { ACCEPT_CLAIM, REFUSE_CLAIM, type ShownClaim } from './claims.documents.js';

interface Props {
  claim: ShownClaim;
  onClose: () => void;
  onDecided: () => void;
}

const REFETCH = { refetch: ['CompletionClaims', 'CompletionClaimsWaiting'] };

/** The claim beside its proof, what follows from recording it, and the two answers. */
export function DecideDialog({ claim, onClose, onDecided }: Props) {
  const { t } = useTranslation('courses');
  const toast = useToast();
  const [refusing, setRefusing] = useState(false);
  const [accept, { loading, refusal, failed }] = useResultMutation(ACCEPT_CLAIM, REFETCH);
  const mayDecide = claim.viewerCan.includes('decide');
  const name = claim.person.displayName;
  const recordIt = async () => {
    const { ok } = await accept({ id: claim.id });
    if (!ok) return;
    toast(t('claims.didAccept', { name }));
    onDecided();
  };
  if (refusing) return <RefuseDialog claim={claim} onClose={() => setRefusing(false)} onDecided={onDecided} />;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('claims.decide', { name, course: claim.course.title })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.decide}>
        <Facts claim={claim} />
        <EvidenceView content={claim.proof} />
        {claim.proof.kind === 'FILE' && !claim.proof.file && <Note>{t('claims.noFile')}</Note>}
        {claim.state === 'OPEN' && !mayDecide && <Note>{t('claims.own')}</Note>}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        {mayDecide && (
          <div className={styles.settles}>
            <Button onClick={() => setRefusing(true)}>{t('claims.refuse')}</Button>
            <Button variant="primary" busy={loading} onClick={() => void recordIt()}>
              {t('completion.save')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}

function RefuseDialog({ claim, onClose, onDecided }: Props) {
  const { t } = useTranslation('courses');
  const toast = useToast();
  const [refuse, { loading, refusal, failed }] = useResultMutation(REFUSE_CLAIM, REFETCH);
  const name = claim.person.displayName;
  const sayWhyNot = async (reason: string) => {
    const { ok } = await refuse({ id: claim.id, reason });
    if (!ok) return;
    toast(t('claims.didRefuse'));
    onDecided();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('claims.decide', { name, course: claim.course.title })}
      act={t('claims.refuse')}
      reasonLabel={t('claims.reason', { name })}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onClose={onClose}
      onConfirm={(reason) => void sayWhyNot(reason)}
    >
      <p>{t('claims.refuseBody')}</p>
    </ConfirmDialog>
  );
}

function Facts({ claim }: { claim: ShownClaim }) {
  const { t } = useTranslation('courses');
  const { date, dayAndTime } = useFormat();
  const { proof } = claim;
  const items = [
    { name: t('completion.day'), value: date(claim.completedOn) },
    { name: t('completion.grade'), value: claim.grade },
    { name: t('claims.said'), value: dayAndTime(claim.claimedAt) },
    { name: t('claims.adds'), value: claim.note },
    { name: t('claim.proof'), value: proof.madeOn ? `${proof.title}, ${date(proof.madeOn)}` : proof.title },
    { name: t('claims.why'), value: claim.reason },
  ];
  return (
    <>
      <KeyValues items={items.filter(({ value }) => Boolean(value))} />
      {claim.state === 'OPEN' && (
        <div>
          {claim.course.outcomes.map(({ skill, result }) => (
            <p key={skill?.id} className={styles.hint}>
              <b>{skill?.name}</b>: {t(`does.${result}`)}
            </p>
          ))}
          <p className={styles.hint}>{t('outcome.never')}</p>
        </div>
      )}
    </>
  );
}
