import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { WITHDRAW_CLAIM } from './claim.documents.js';
import { ClaimDialog } from './claim-dialog.js';
import type { ShownCourse } from './courses.documents.js';

/** That one finished it: recorded, said and waiting, refused with the reason, or yet to be said. */
export function Finishing({ course }: { course: ShownCourse }) {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const [saying, say] = useState(false);
  const { myCompletion, myClaim } = course;
  const open = myClaim?.state === 'OPEN';
  const refused = myClaim?.state === 'REFUSED' && !myCompletion;
  return (
    <div className={styles.finishing}>
      {myCompletion && (
        <p>
          <StatusWord tone="green">
            {t('leadsTo.done', { day: date(myCompletion.completedOn) })}
            {myCompletion.grade && ` ${t('leadsTo.grade', { grade: myCompletion.grade })}`}
          </StatusWord>
        </p>
      )}
      {open && <Waiting claim={myClaim} />}
      {refused && (
        <Note tone="amber">
          {t('claim.refused', { day: date(myClaim.completedOn) })} <q>{myClaim.reason}</q>
        </Note>
      )}
      {!myCompletion && !open && (
        <>
          <p className={styles.prose}>{t('leadsTo.how')}</p>
          <p className={styles.acts}>
            <Button variant="accent" onClick={() => say(true)}>
              {refused ? t('claim.again') : t('claim.act')}
            </Button>
          </p>
        </>
      )}
      {saying && <ClaimDialog course={course} onClose={() => say(false)} />}
    </div>
  );
}

function Waiting({ claim }: { claim: NonNullable<ShownCourse['myClaim']> }) {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const toast = useToast();
  const [withdraw, { loading, refusal, failed }] = useResultMutation(WITHDRAW_CLAIM, {
    refetch: ['Course', 'MyCompletionClaims'],
  });
  const takeBack = async () => {
    const { ok } = await withdraw({ id: claim.id });
    if (ok) toast(t('claim.withdrawn'));
  };
  return (
    <>
      <p className={styles.acts}>
        <StatusWord tone="amber">{t('claim.waits', { day: date(claim.completedOn) })}</StatusWord>
        <Button variant="quiet" size="small" busy={loading} onClick={() => void takeBack()}>
          {t('claim.withdraw')}
        </Button>
      </p>
      <p className={styles.hint}>{t('claim.proofShown', { title: claim.proof.title })}</p>
      {(refusal || failed) && <RefusalNote>{refusal?.message ?? t('failed')}</RefusalNote>}
    </>
  );
}
