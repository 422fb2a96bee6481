import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useRoleName } from '../../lib/role-names.js';
import { APPROVE_GRANT, DECLINE_GRANT, type Grant, ROLES_OFFERED, WAITING_GRANTS } from './access.documents.js';
import styles from './access.module.css';
import { useGrantWords } from './grant-words.js';

const AGAIN = ['RoleGrants', 'WaitingGrants', 'RolesOffered'];

/** What waits for a second person, above everything else; nothing when nothing waits. */
export function WaitingGrants() {
  const { t } = useTranslation('access');
  const { data } = useQuery(WAITING_GRANTS);
  const waiting = data?.roleGrants.edges.map((edge) => edge.node) ?? [];
  if (waiting.length === 0) return null;
  return (
    <div className={styles.waits}>
      <Section title={t('waiting.title', { count: waiting.length })}>
        <ul className={styles.waiting}>
          {waiting.map((grant) => (
            <WaitingGrant key={grant.id} grant={grant} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function WaitingGrant({ grant }: { grant: Grant }) {
  const { t } = useTranslation('access');
  const roleName = useRoleName();
  const toast = useToast();
  const { limits, span, dayOf } = useGrantWords();
  const { data } = useQuery(ROLES_OFFERED);
  const [declining, setDeclining] = useState(false);
  const [approve, approving] = useResultMutation(APPROVE_GRANT, { refetch: AGAIN });
  const [decline, declined] = useResultMutation(DECLINE_GRANT, { refetch: AGAIN });
  const names = { role: roleName(grant.role), name: grant.person.displayName };
  const opened = data?.rolesOffered.find(({ role }) => role === grant.role)?.permissions ?? [];
  const stays = opened.filter(
    (each) => (!grant.scopeUnit || each.byUnit) && (!grant.scopeAchievement || each.byAchievement),
  );
  const agree = async () => {
    const { ok } = await approve({ id: grant.id });
    if (ok) toast(t('waiting.approved', names));
  };
  const refuse = async (reason: string) => {
    const { ok } = await decline({ id: grant.id, reason });
    if (!ok) return;
    setDeclining(false);
    toast(t('waiting.declined', names));
  };
  const by = grant.grantedBy?.displayName ?? t(`origin.${grant.origin}`);
  return (
    <li>
      <div>
        <strong>{t('waiting.what', names)}</strong>
        <p>{t('waiting.asked', { by, on: dayOf(grant.grantedAt), reason: grant.reason ?? '' })}</p>
        <p>{t('waiting.limits', { limits: limits(grant), span: span(grant) })}</p>
        {stays.length > 0 && <p>{t('waiting.opens', { what: stays.map(({ what }) => what).join('; ') })}</p>}
        {approving.refusal && <RefusalNote>{approving.refusal.message}</RefusalNote>}
        {approving.failed && <RefusalNote>{t('failed')}</RefusalNote>}
      </div>
      <div className={styles.acts}>
        {!grant.viewerCan.includes('approve') && <span className={styles.under}>{t('waiting.second')}</span>}
        {grant.viewerCan.includes('decline') && (
          <Button onClick={() => setDeclining(true)}>
            {grant.viewerCan.includes('approve') ? t('waiting.decline') : t('waiting.takeBack')}
          </Button>
        )}
        {grant.viewerCan.includes('approve') && (
          <Button variant="accent" busy={approving.loading} onClick={() => void agree()}>
            {t('waiting.approve')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={declining}
        title={t('waiting.declineTitle', names)}
        act={t('waiting.decline')}
        onConfirm={(reason) => void refuse(reason)}
        onClose={() => setDeclining(false)}
        busy={declined.loading}
        reasonLabel={t('waiting.declineReason')}
        refusal={declined.refusal?.message ?? (declined.failed ? t('failed') : null)}
      >
        {t('waiting.declineBody', names)}
      </ConfirmDialog>
    </li>
  );
}
