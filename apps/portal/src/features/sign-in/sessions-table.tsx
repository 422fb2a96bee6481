import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { EmptyState } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { Session } from './sign-in.documents.js';
import styles from './sign-in.module.css';

interface Props {
  label: string;
  sessions: readonly Session[] | undefined;
  error: React.ReactNode;
  busy: string | null;
  onEnd: (session: Session) => void;
  /** The page has its own margins. */
  flush?: boolean;
}

/** Browsers in which a person is signed in, each with its end. */
export function SessionsTable({ label, sessions, error, busy, onEnd, flush = false }: Props) {
  const { t } = useTranslation('sign-in');
  return (
    <div className={styles.list} data-flush={flush}>
      <DataTable
        label={label}
        columns={useColumns(busy, onEnd)}
        rows={sessions}
        rowId={(session) => session.id}
        density="tall"
        keys={false}
        error={error}
        empty={
          <div className={styles.padded}>
            <EmptyState title={t('sessions.none')} />
          </div>
        }
      />
    </div>
  );
}

function useColumns(busy: string | null, onEnd: (session: Session) => void): Column<Session>[] {
  const { t } = useTranslation('sign-in');
  const { dayAndTime } = useFormat();
  const how = ({ providerName, method }: Session) => providerName ?? t(`method.${method}`);
  // t('sign-in:method.DEMO') t('sign-in:method.OPENID_CONNECT') t('sign-in:method.SETUP_LINK')
  // t('sign-in:method.CLAIM_LINK')
  return [
    {
      id: 'device',
      head: t('sessions.device'),
      phone: true,
      cell: (session) => (
        <span className={styles.name}>
          <b>{session.device}</b> {session.current && <Chip>{t('sessions.current')}</Chip>}
          <small className={styles.phoneOnly}>{t('sessions.seenOn', { at: dayAndTime(session.seenAt) })}</small>
        </span>
      ),
    },
    { id: 'how', head: t('sessions.how'), cell: how },
    { id: 'started', head: t('sessions.started'), cell: (session) => dayAndTime(session.startedAt) },
    { id: 'seen', head: t('sessions.seen'), cell: (session) => dayAndTime(session.seenAt) },
    {
      id: 'act',
      head: <span className={styles.hidden}>{t('sessions.acts')}</span>,
      phone: true,
      align: 'end',
      cell: (session) =>
        !session.current && (
          <Button
            size="small"
            busy={busy === session.id}
            aria-label={t('sessions.endOf', { device: session.device, at: dayAndTime(session.startedAt) })}
            onClick={() => onEnd(session)}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ];
}
