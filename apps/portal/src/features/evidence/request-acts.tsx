import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import type { OwnEvidenceItem } from '../../lib/use-evidence-capture.js';
import { ASK_AGAIN, TAKE_BACK } from './witness.documents.js';
import styles from './request-acts.module.css';

const TONE = {
  WAITING: 'amber',
  EXPIRED: 'amber',
  TAKEN_BACK: 'amber',
  CONFIRMED: 'green',
  DECLINED: 'red',
} as const;

/** Where the question to a witness stands, and what its owner may still do. */
export function RequestActs({ item }: { item: OwnEvidenceItem }) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const [takeBack, taking] = useResultMutation(TAKE_BACK);
  const [askAgain, asking] = useResultMutation(ASK_AGAIN);
  const said = item.statement;
  if (!said) return null;
  const open = said.answeredAt === null;
  const problem = taking.refusal ?? asking.refusal;
  // t('evidence:request.WAITING') t('evidence:request.EXPIRED') t('evidence:request.TAKEN_BACK')
  // t('evidence:request.CONFIRMED') t('evidence:request.DECLINED')
  return (
    <div className={styles.request}>
      <p>
        <StatusWord tone={TONE[said.state]}>{t(`request.${said.state}`, { name: said.witnessName })}</StatusWord>
      </p>
      {said.state === 'WAITING' && (
        <p className={styles.quiet}>
          {t('request.until', { email: said.witnessEmail, day: format.date(said.expiresAt.slice(0, 10)) })}
        </p>
      )}
      {open && (
        <div className={styles.acts}>
          <Button busy={asking.loading} onClick={() => void askAgain({ itemId: item.id })}>
            {t('request.again')}
          </Button>
          {said.state === 'WAITING' && (
            <Button variant="quiet" busy={taking.loading} onClick={() => void takeBack({ itemId: item.id })}>
              {t('request.takeBack')}
            </Button>
          )}
        </div>
      )}
      {problem && <RefusalNote>{problem.message}</RefusalNote>}
    </div>
  );
}
