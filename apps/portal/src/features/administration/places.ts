import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';
import { useSetup } from './use-setup.js';

/** The places of the administration that this person may enter. */
export function usePlaces(): { to: string; label: string; count?: number }[] {
  const { t } = useTranslation('administration');
  const { may } = useViewer();
  const setup = useSetup();
  return [
    // Quiet once everything is done.
    ...(setup.open > 0 ? [{ to: '/admin/setup', label: t('setup.title'), count: setup.open }] : []),
    ...(may('people.read') ? [{ to: '/admin/people', label: t('people.title') }] : []),
    ...(may('people.read') ? [{ to: '/admin/organisation', label: t('organisation.title') }] : []),
    ...(may('people.read') ? [{ to: '/admin/roles', label: t('roles.title') }] : []),
    ...(may('access.configure') ? [{ to: '/admin/provisioning', label: t('provisioning.title') }] : []),
    ...(may('access.configure') ? [{ to: '/admin/sign-in', label: t('signIn.title') }] : []),
    ...(may('access.configure') ? [{ to: '/admin/leaving', label: t('leaving.title') }] : []),
    ...(may('access.configure') ? [{ to: '/admin/keys', label: t('keys.title') }] : []),
    ...(may('access.configure') ? [{ to: '/admin/signing', label: t('signing.title') }] : []),
    ...(may('access.configure') ? [{ to: '/admin/mail', label: t('mail.title') }] : []),
    ...(may('issuance.operate') ? [{ to: '/admin/issuance', label: t('issuance.title') }] : []),
    ...(may('audit.read') ? [{ to: '/admin/audit', label: t('audit.title') }] : []),
  ];
}
