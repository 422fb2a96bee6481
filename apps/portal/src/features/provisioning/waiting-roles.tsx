import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { useRoleName } from '../../lib/role-names.js';
import { APPROVE_SCIM_GROUP_ROLE, DECLINE_SCIM_GROUP_ROLE, type Group } from './provisioning.documents.js';
import styles from './provisioning.module.css';

/** Roles of groups that wait for a second administrator. */
export function WaitingRoles({ groups }: { groups: readonly Group[] }) {
  const waiting = groups.filter(({ wantedRole }) => wantedRole !== null);
  if (waiting.length === 0) return null;
  return (
    <ul className={styles.waiting}>
      {waiting.map((group) => (
        <WaitingRole key={group.id} group={group} />
      ))}
    </ul>
  );
}

function WaitingRole({ group }: { group: Group }) {
  const { t } = useTranslation('provisioning');
  const { date } = useFormat();
  const roleName = useRoleName();
  const toast = useToast();
  const [approve, approving] = useResultMutation(APPROVE_SCIM_GROUP_ROLE, { refetch: ['ScimGroups'] });
  const [decline, declining] = useResultMutation(DECLINE_SCIM_GROUP_ROLE, { refetch: ['ScimGroups'] });
  const { wantedRole, wantedUnit } = group;
  if (!wantedRole) return null;
  const names = { group: group.displayName, role: roleName(wantedRole), count: group.memberCount };
  const said = approving.refusal ?? declining.refusal;
  const mayApprove = group.viewerCan.includes('approve');
  const agree = async () => {
    const { ok } = await approve({ groupId: group.id, role: wantedRole, scopeUnitId: wantedUnit?.id ?? null });
    if (ok) toast(t('waiting.approved', names));
  };
  const refuse = async () => {
    const { ok } = await decline({ groupId: group.id });
    if (ok) toast(t('waiting.declined', names));
  };
  return (
    <li>
      <div>
        <strong>{t('waiting.what', { ...names, count: group.memberCount })}</strong>
        <p>
          {t('waiting.asked', {
            by: group.wantedBy?.displayName ?? t('groups.somebody'),
            on: group.wantedAt ? date(group.wantedAt) : '',
          })}{' '}
          {wantedUnit ? t('groups.in', { unit: wantedUnit.name }) : t('groups.everywhere')}
        </p>
        {said && <RefusalNote>{said.message}</RefusalNote>}
        {(approving.failed ?? declining.failed) && <RefusalNote>{t('failed')}</RefusalNote>}
      </div>
      <div className={styles.acts}>
        {!mayApprove && <small>{t('waiting.second')}</small>}
        <Button busy={declining.loading} onClick={() => void refuse()}>
          {mayApprove ? t('waiting.decline') : t('waiting.takeBack')}
        </Button>
        {mayApprove && (
          <Button variant="accent" busy={approving.loading} onClick={() => void agree()}>
            {t('waiting.approve')}
          </Button>
        )}
      </div>
    </li>
  );
}
