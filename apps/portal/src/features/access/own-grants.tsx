import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { useRoleName } from '../../lib/role-names.js';
import { ROLE_GRANTS } from './access.documents.js';
import styles from './access.module.css';
import { GrantStateWord, useGrantWords } from './grant-words.js';

/** Every role that was ever given or asked for, with its reason; nothing for whoever never had one. */
export function OwnGrants({ personId }: { personId: string }) {
  const { t } = useTranslation('access');
  const roleName = useRoleName();
  const { limits, span, by } = useGrantWords();
  const { data } = useQuery(ROLE_GRANTS, { variables: { personId } });
  const grants = data?.roleGrants.edges.map((edge) => edge.node) ?? [];
  if (grants.length === 0) return null;
  return (
    <Section title={t('explained.given')} voice="record">
      <ul className={styles.explained}>
        {grants.map((grant) => (
          <li key={grant.id}>
            <span className={styles.name}>
              <b>{roleName(grant.role)}</b>
              <small>{t('waiting.limits', { limits: limits(grant), span: span(grant) })}</small>
            </span>
            <div className={styles.why}>
              <GrantStateWord state={grant.state} />
              <p>{by(grant)}</p>
              {grant.reason && <p>{t('because', { reason: grant.reason })}</p>}
              {grant.declineReason && <p>{t('declinedBecause', { reason: grant.declineReason })}</p>}
              {grant.endReason && <p>{t('endedBecause', { reason: grant.endReason })}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
