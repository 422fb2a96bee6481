import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord, type Tone } from '../../../components/chip.js';
import type { Column } from '../../../components/data-table.js';
import { RefusalNote } from '../../../components/states.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { achievementTitle, useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { type ListedAward, RETRY_ISSUANCE } from './issuance.documents.js';
import type { Chosen } from './retry-chosen.js';
import table from '../issuance-page.module.css';

/** What the console says of an award. */
export function useIssuanceColumns({ ids, choose }: Chosen): Column<ListedAward>[] {
  const { t } = useTranslation('administration');
  const { dayAndTime } = useFormat();
  const { may } = useViewer();
  return [
    {
      id: 'chosen',
      head: <span className="visually-hidden">{t('issuance.chosen')}</span>,
      phone: true,
      width: 44,
      cell: (award) =>
        award.viewerCan.includes('retry') && (
          <Checkbox
            aria-label={t('issuance.choose', { name: award.person.displayName })}
            checked={ids.has(award.id)}
            onChange={(event) => choose(award.id, event.currentTarget.checked)}
          />
        ),
    },
    { id: 'stage', head: t('issuance.stage'), phone: true, width: 130, cell: (award) => <Stage award={award} /> },
    {
      id: 'person',
      head: t('issuance.person'),
      phone: true,
      cell: ({ person }) =>
        may('people.read') ? (
          <NameLink to={`/admin/people/${person.id}`}>{person.displayName}</NameLink>
        ) : (
          person.displayName
        ),
    },
    {
      id: 'achievement',
      head: t('issuance.achievement'),
      cell: ({ credential, achievementVersion }) => {
        const title = achievementTitle(achievementVersion);
        if (credential && may('credential.govern'))
          return <TextLink to={`/programme/credentials/${credential.id}`}>{title}</TextLink>;
        return <TextLink to={`/growth/achievements/${achievementVersion.achievementId}`}>{title}</TextLink>;
      },
    },
    { id: 'basis', head: t('issuance.basis'), width: 120, cell: (award) => t(`basis.${award.basis}`) },
    { id: 'awarded', head: t('issuance.awarded'), width: 150, cell: (award) => dayAndTime(award.createdAt) },
    {
      id: 'tried',
      head: t('issuance.tries'),
      align: 'end',
      width: 70,
      cell: (award) => award.issuance?.attempts ?? 0,
    },
    { id: 'reason', head: t('issuance.reason'), width: '26%', cell: (award) => <Reason award={award} /> },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('issuance.retry')}</span>,
      align: 'end',
      cell: (award) => <Retry award={award} />,
    },
  ];
}

const TONES: Record<string, Tone> = {
  WAITING: 'plain',
  TRYING: 'accent',
  FAILED: 'amber',
  QUARANTINED: 'red',
  CANCELLED: 'plain',
  DONE: 'green',
};

function Stage({ award }: { award: ListedAward }) {
  const { t } = useTranslation('administration');
  const stage = award.issuance?.stage ?? 'DONE';
  // t('administration:stage.WAITING') t('administration:stage.TRYING') t('administration:stage.FAILED')
  // t('administration:stage.QUARANTINED') t('administration:stage.CANCELLED') t('administration:stage.DONE')
  return <StatusWord tone={TONES[stage] ?? 'plain'}>{t(`stage.${stage}`)}</StatusWord>;
}

/** In words, with what to do; then what the program said, for whoever looks for it. */
function Reason({ award: { issuance, state } }: { award: ListedAward }) {
  if (!issuance?.reason || state === 'ISSUED') return null;
  return (
    <span className={table.reason}>
      {issuance.reason}
      <code className={table.said}>{issuance.lastError}</code>
    </span>
  );
}

function Retry({ award }: { award: ListedAward }) {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const [retry, { loading, refusal, failed }] = useResultMutation(RETRY_ISSUANCE, { refetch: ['Issuances'] });
  if (!award.viewerCan.includes('retry')) return null;
  const again = async () => {
    const { ok } = await retry({ awardId: award.id });
    if (ok) toast(t('issuance.again', { name: award.person.displayName }));
  };
  return (
    <>
      <Button size="small" busy={loading} onClick={() => void again()}>
        {t('issuance.retry')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </>
  );
}
