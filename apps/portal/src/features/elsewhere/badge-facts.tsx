import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../components/key-values.js';
import { Section } from '../../components/page.js';
import { Note } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { Shown } from './elsewhere.documents.js';
import { Checks, Worth } from './findings.js';
import styles from './elsewhere.module.css';

/** What a badge from elsewhere says, what was checked, and what it is worth. */
export function BadgeFacts({ of }: { of: Shown }) {
  const { t } = useTranslation('elsewhere');
  const { date, dayAndTime } = useFormat();
  const { badge, provider } = of;
  // t('elsewhere:recipient.MATCHED') t('elsewhere:recipient.OTHER') t('elsewhere:recipient.UNNAMED') t('elsewhere:recipient.UNREADABLE')
  // t('elsewhere:trust.TRUSTED') t('elsewhere:trust.UNCHECKED') t('elsewhere:trust.NOT_TRUSTED')
  return (
    <>
      {provider?.trust === 'NOT_TRUSTED' && (
        <Note tone="amber">{t('provider.blocked', { name: provider.name, reason: provider.trustReason })}</Note>
      )}
      <Section
        title={t('checks.title')}
        voice="record"
        aside={of.checkedAt && <span className={styles.hint}>{t('checks.at', { at: dayAndTime(of.checkedAt) })}</span>}
      >
        <Checks checks={of.checks} />
      </Section>
      {!badge && of.state !== 'CHECKING' && <Note>{t('hidden')}</Note>}
      {badge && (
        <Section title={t('says.title')} voice="record">
          {badge.description && <p className={styles.words}>{badge.description}</p>}
          <KeyValues
            items={[
              { name: t('says.issuer'), value: badge.issuerName || badge.issuerId },
              {
                name: t('says.known'),
                value: provider ? `${provider.name}: ${t(`trust.${provider.trust}`)}` : t('provider.unknown'),
              },
              ...(of.recipient ? [{ name: t('says.recipient'), value: t(`recipient.${of.recipient}`) }] : []),
              ...(badge.issuedOn ? [{ name: t('says.issued'), value: date(badge.issuedOn) }] : []),
              { name: t('says.ends'), value: badge.endsOn ? date(badge.endsOn) : t('noEnd') },
              ...(badge.criteria ? [{ name: t('says.criteria'), value: badge.criteria }] : []),
              ...(badge.skills.length > 0
                ? [{ name: t('says.skills'), value: badge.skills.map(({ name }) => name).join(', ') }]
                : []),
              ...(provider?.agreement ? [{ name: t('says.agreement'), value: provider.agreement }] : []),
            ]}
          />
        </Section>
      )}
      {of.quality && <Worth quality={of.quality} />}
    </>
  );
}
