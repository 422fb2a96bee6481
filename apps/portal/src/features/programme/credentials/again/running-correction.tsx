import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../../components/states.js';
import { TextLink } from '../../../../components/text-link.js';
import { BULK_CORRECTION } from './again.documents.js';

const LOOK_AGAIN = 1_000;

/** How far signing again has come. The address has its id, so one may leave and come back. */
export function RunningCorrection({ id }: { id: string }) {
  const { t } = useTranslation('again');
  const { client, data, startPolling, stopPolling } = useQuery(BULK_CORRECTION, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const run = data?.bulkCorrection;
  const state = run?.state;
  useEffect(() => {
    if (state === 'DONE') void client.refetchQueries({ include: ['Reissuable'] });
    if (state !== 'RUNNING') return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [state, client, startPolling, stopPolling]);
  if (!run) return null;
  const { done, total, corrected, passedOver, failures } = run;
  return (
    <output>
      <Note tone={failures.length > 0 ? 'amber' : undefined}>
        {run.state === 'RUNNING' ? t('running', { done, total }) : t('finished', { count: corrected })}
        {passedOver > 0 && ` ${t('passedOver', { count: passedOver })}`}
        {failures.length > 0 && ` ${t('failedSome')} `}
        {failures.length > 0 && (
          <ul>
            {failures.map(({ credential, reason, said }) => (
              <li key={credential.id} title={said}>
                <TextLink to={`/programme/credentials/${credential.id}`}>{credential.person.displayName}</TextLink>
                {reason && ` – ${reason}`}
              </li>
            ))}
          </ul>
        )}
      </Note>
    </output>
  );
}
