import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { StandingShape } from '../../../components/standing-shape.js';
import { useFormat } from '../../../lib/format.js';
import type { Issued } from './credentials.documents.js';

type Stands = Pick<Issued, 'status' | 'expired' | 'validUntil' | 'statusSince'>;

/** How a credential stands today, and since or until when. */
export function CredentialState({ of }: { of: Stands }) {
  const { t } = useTranslation('credentials');
  const { date } = useFormat();
  const since = of.statusSince ? date(of.statusSince) : '';
  if (of.status === 'REVOKED') return <StatusWord tone="red">{t('state.revoked', { date: since })}</StatusWord>;
  if (of.status === 'SUSPENDED')
    return (
      <StatusWord tone="amber" icon={<StandingShape standing="lapsed" />}>
        {t('state.suspended', { date: since })}
      </StatusWord>
    );
  if (of.expired)
    return (
      <StatusWord tone="amber" icon={<StandingShape standing="lapsed" />}>
        {t('state.ended')}
      </StatusWord>
    );
  return <StatusWord icon={<StandingShape standing="verified" />}>{t('state.inForce')}</StatusWord>;
}
