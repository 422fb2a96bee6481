import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { SeenLink } from '../../../components/seen-link.js';
import { RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { ACCEPT_PROPOSAL, POINT_PROPOSAL, type Proposal, REFUSE_PROPOSAL } from './keeping.documents.js';
import { SimilarSkills } from './similar-skills.js';
import styles from './waiting.module.css';

const REFETCH = ['SkillProposals'];

/** One proposal: why, what is nearly the same, and the three answers. */
export function ProposalRow({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('frameworks');
  const { date } = useFormat();
  const toast = useToast();
  const [refusing, setRefusing] = useState(false);
  const [accept, accepting] = useResultMutation(ACCEPT_PROPOSAL, { refetch: [...REFETCH, 'WaitingDrafts'] });
  const [refuse, refused] = useResultMutation(REFUSE_PROPOSAL, { refetch: REFETCH });
  const [point, pointing] = useResultMutation(POINT_PROPOSAL, { refetch: REFETCH });
  const decides = proposal.viewerCan.includes('decide');
  const refusal = accepting.refusal ?? pointing.refusal;
  const failed = accepting.failed || pointing.failed;
  return (
    <li className={styles.proposal}>
      <div>
        <b>{proposal.name}</b>
        <small>
          {t('proposal.from', {
            name: proposal.proposedBy?.displayName,
            framework: proposal.framework?.title,
            date: date(proposal.proposedAt),
          })}
        </small>
      </div>
      <p>{proposal.why}</p>
      {proposal.evidence && <p className={styles.quiet}>{proposal.evidence}</p>}
      {proposal.state !== 'WAITING' && (
        <p className={styles.quiet}>
          {t(`proposal.${proposal.state}`)}
          {proposal.decidedBy && `, ${proposal.decidedBy.displayName}`}
          {proposal.reason && `: ${proposal.reason}`}
          {proposal.skill && (
            <>
              : <TextLink to={`/programme/skills/${proposal.skill.id}`}>{proposal.skill.name}</TextLink>
            </>
          )}
        </p>
      )}
      {decides && (
        <>
          <SimilarSkills
            act={t('proposal.point')}
            name={proposal.name}
            onChoose={(skillId) =>
              void point({ id: proposal.id, skillId }).then(
                ({ ok }) => ok && toast(t('proposal.pointed', { name: proposal.name })),
              )
            }
          />
          <div className={styles.acts}>
            <Button
              size="small"
              variant="accent"
              aria-label={t('proposal.acceptNamed', { name: proposal.name })}
              busy={accepting.loading}
              onClick={() =>
                void accept({ id: proposal.id }).then(
                  ({ ok }) => ok && toast(t('proposal.accepted', { name: proposal.name })),
                )
              }
            >
              {t('proposal.accept')}
            </Button>
            <Button
              size="small"
              aria-label={t('proposal.refuseNamed', { name: proposal.name })}
              onClick={() => setRefusing(true)}
            >
              {t('proposal.refuse')}
            </Button>
          </div>
        </>
      )}
      <SeenLink record={proposal.id} />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      {refusing && (
        <ConfirmDialog
          open
          title={t('proposal.refuseTitle', { name: proposal.name })}
          act={t('proposal.refuse')}
          reasonLabel={t('proposal.reason')}
          busy={refused.loading}
          refusal={refused.refusal?.message ?? (refused.failed ? t('unreachable') : null)}
          onClose={() => setRefusing(false)}
          onConfirm={(reason) =>
            void refuse({ id: proposal.id, reason }).then(({ ok }) => {
              if (!ok) return;
              setRefusing(false);
              toast(t('proposal.refused', { name: proposal.name }));
            })
          }
        >
          <p>{t('proposal.refuseBody')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
