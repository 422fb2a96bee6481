import { GRANTABLE_ROLES, permissionsOf, PERMISSIONS, type Role } from '@assay/access';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Section } from '../../components/page.js';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import { useToast } from '../../components/toast.js';
import { useViewer } from '../../lib/viewer.js';
import { END_ROLE, GRANT_ROLE, type ListedPerson } from './administration.documents.js';
import styles from './person-panel.module.css';
import { useRoleName } from './role-names.js';

/** What one person may do, and why: role by role. */
export function PersonPanel({ person, onClose }: { person: ListedPerson; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { may } = useViewer();
  const roleName = useRoleName();
  return (
    <aside className={styles.panel} aria-label={person.displayName}>
      <div className={styles.head}>
        <h2>{person.displayName}</h2>
        <IconButton label={t('close')} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
      <Section title={t('person.may')}>
        {person.roles.map((role) => (
          <div key={role} className={styles.role}>
            <strong>{roleName(role)}</strong>
            <p>
              {permissionsOf([role])
                .map((permission) => PERMISSIONS[permission])
                .join('; ')}
            </p>
          </div>
        ))}
      </Section>
      {may('people.manage') && <Grants person={person} />}
    </aside>
  );
}

function Grants({ person }: { person: ListedPerson }) {
  const { t } = useTranslation('administration');
  const roleName = useRoleName();
  const toast = useToast();
  const [grant, granting] = useResultMutation(GRANT_ROLE);
  const [end, ending] = useResultMutation(END_ROLE);
  const [asked, setAsked] = useState<{ role: Role; holds: boolean } | null>(null);
  const confirm = async () => {
    if (!asked) return;
    const { ok } = await (asked.holds ? end : grant)({ personId: person.id, role: asked.role });
    if (!ok) return;
    setAsked(null);
    const what = { name: person.displayName, role: roleName(asked.role) };
    toast(asked.holds ? t('person.ended', what) : t('person.granted', what));
  };
  const outcome = asked?.holds ? ending : granting;
  // t('administration:person.endBody') t('administration:person.grantBody')
  return (
    <Section title={t('person.grants')}>
      <ul>
        {GRANTABLE_ROLES.map((role) => {
          const holds = person.roles.includes(role);
          return (
            <li key={role} className={styles.grant}>
              <span>{roleName(role)}</span>
              <Button size="small" onClick={() => setAsked({ role, holds })}>
                {holds ? t('person.end') : t('person.grant')}
              </Button>
            </li>
          );
        })}
      </ul>
      {outcome.failed && <RefusalNote>{t('failed')}</RefusalNote>}
      {asked && (
        <ConfirmDialog
          open
          title={asked.holds ? t('person.endTitle') : t('person.grantTitle')}
          act={asked.holds ? t('person.end') : t('person.grant')}
          danger={asked.holds}
          busy={outcome.loading}
          refusal={outcome.refusal?.message ?? (outcome.failed ? t('failed') : null)}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(null)}
        >
          <p>
            {t(asked.holds ? 'person.endBody' : 'person.grantBody', {
              name: person.displayName,
              role: roleName(asked.role),
            })}
          </p>
          <ul className={styles.permissions}>
            {permissionsOf([asked.role]).map((permission) => (
              <li key={permission}>{PERMISSIONS[permission]}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </Section>
  );
}
