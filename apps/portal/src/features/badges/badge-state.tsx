import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { StandingShape } from '../../components/standing-shape.js';
import { useFormat } from '../../lib/format.js';

interface Held {
  status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
  expired: boolean;
  validUntil: string | null;
}

// Inside this, an end is news.
const SOON_DAYS = 120;

export function isCurrent({ status, expired }: Held): boolean {
  return status === 'ACTIVE' && !expired;
}

/** How the credential stands today, in a shape and words. */
export function BadgeState({ held }: { held: Held }) {
  const { t } = useTranslation('badges');
  const { date, daysUntil } = useFormat();
  if (held.status === 'REVOKED') return <StatusWord tone="red">{t('state.revoked')}</StatusWord>;
  if (held.status === 'SUSPENDED')
    return (
      <StatusWord tone="amber" icon={<StandingShape standing="lapsed" />}>
        {t('state.suspended')}
      </StatusWord>
    );
  if (held.expired && held.validUntil)
    return (
      <StatusWord tone="amber" icon={<StandingShape standing="lapsed" />}>
        {t('state.ended', { date: date(held.validUntil) })}
      </StatusWord>
    );
  if (!held.validUntil) return <StatusWord icon={<StandingShape standing="verified" />}>{t('state.noEnd')}</StatusWord>;
  if (daysUntil(held.validUntil) <= SOON_DAYS)
    return <StatusWord tone="amber">{t('state.ends', { date: date(held.validUntil) })}</StatusWord>;
  return (
    <StatusWord icon={<StandingShape standing="verified" />}>
      {t('state.until', { date: date(held.validUntil) })}
    </StatusWord>
  );
}
