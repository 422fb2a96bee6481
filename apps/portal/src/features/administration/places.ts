import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';

/** The places of the administration that this person may enter. */
export function usePlaces(): { to: string; label: string }[] {
  const { t } = useTranslation('administration');
  const { may } = useViewer();
  return [
    ...(may('people.read') ? [{ to: '/admin/people', label: t('people.title') }] : []),
    ...(may('issuance.operate') ? [{ to: '/admin/issuance', label: t('issuance.title') }] : []),
    ...(may('audit.read') ? [{ to: '/admin/audit', label: t('audit.title') }] : []),
  ];
}
