import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { type Grant, SEND_SHARE_AGAIN } from './badges.documents.js';
import styles from './share-panel.module.css';

// A letter leaves within seconds; who sent it sees it go. One that is tried again later is looked at when the page is.
const LOOK_AGAIN = 3_000;
const LOOKS = 10;

/** To whom a link was sent, and whether the letter left. */
export function SentList({ grant }: { grant: Grant }) {
  const { t } = useTranslation('badges');
  useLookAgain(grant.sent.some(({ state, problem }) => state === 'WAITING' && problem === null));
  return (
    <ul className={styles.log} aria-label={t('send.list')}>
      {grant.sent.map((sending) => (
        <SentLine key={`${sending.address} ${sending.at}`} grant={grant} sending={sending} />
      ))}
    </ul>
  );
}

function SentLine({ grant, sending }: { grant: Grant; sending: Grant['sent'][number] }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  const [again, { loading, refusal, failed }] = useResultMutation(SEND_SHARE_AGAIN);
  const { address, at, letterId, state, problem } = sending;
  return (
    <li className={styles.sent}>
      {(state === null || state === 'SENT') && t('send.sent', { address, date: date(at) })}
      {state === 'WAITING' && (
        <>
          {t('send.to', { address, date: date(at) })}{' '}
          <StatusWord tone="amber">{t(problem ? 'send.triedAgain' : 'send.waits')}</StatusWord>
        </>
      )}
      {state === 'FAILED' && (
        <>
          {t('send.to', { address, date: date(at) })} <StatusWord tone="red">{t('send.notSent')}</StatusWord>
        </>
      )}
      {problem && <p>{problem}</p>}
      {state === 'FAILED' && letterId && (
        <Button
          size="small"
          busy={loading}
          aria-label={t('send.againTo', { address })}
          onClick={() => void again({ shareId: grant.id, letterId })}
        >
          {t('send.again')}
        </Button>
      )}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('send.failed')}</RefusalNote>}
    </li>
  );
}

function useLookAgain(waits: boolean) {
  const client = useApolloClient();
  useEffect(() => {
    if (!waits) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= LOOKS) clearInterval(timer);
      void client.refetchQueries({ include: ['Badge'] });
    }, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [client, waits]);
}
// t('badges:send.triedAgain') t('badges:send.waits')
