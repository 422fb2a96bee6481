import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import type { Column } from '../../components/data-table.js';
import { NameLink } from '../../components/text-link.js';
import { useRoleName } from '../../lib/role-names.js';
import type { Grant } from './access.documents.js';
import styles from './access.module.css';
import { GrantStateWord, useGrantWords } from './grant-words.js';

/** Who has which role, how far, how long, and who gave it. */
export function useGrantColumns(onEnd: (grant: Grant) => void): Column<Grant>[] {
  const { t } = useTranslation('access');
  const roleName = useRoleName();
  const { limits, span, by } = useGrantWords();
  return [
    {
      id: 'person',
      head: t('columns.person'),
      phone: true,
      cell: (grant) => (
        <span className={styles.name}>
          <NameLink to={`/admin/people/${grant.person.id}`}>{grant.person.displayName}</NameLink>
          <small>{by(grant)}</small>
        </span>
      ),
    },
    {
      id: 'role',
      head: t('columns.role'),
      phone: true,
      cell: (grant) => (
        <span className={styles.name}>
          <b>{roleName(grant.role)}</b>
          <small>{limits(grant)}</small>
        </span>
      ),
    },
    {
      id: 'span',
      head: t('columns.span'),
      width: 220,
      cell: (grant) => (
        <span className={styles.name}>
          <span className={styles.sentence}>{span(grant)}</span>
          {grant.endReason && <small>{t('because', { reason: grant.endReason })}</small>}
        </span>
      ),
    },
    { id: 'reason', head: t('columns.reason'), width: '24%', cell: (grant) => grant.declineReason ?? grant.reason },
    {
      id: 'state',
      head: t('columns.state'),
      width: 150,
      cell: (grant) => <GrantStateWord state={grant.state} />,
    },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('columns.act')}</span>,
      phone: true,
      align: 'end',
      width: 90,
      cell: (grant) =>
        grant.viewerCan.includes('end') && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('end.of', { role: roleName(grant.role), name: grant.person.displayName })}
            onClick={() => onEnd(grant)}
          >
            {t('end.act')}
          </Button>
        ),
    },
  ];
}
