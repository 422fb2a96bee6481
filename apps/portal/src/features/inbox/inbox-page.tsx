import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { INBOX, MARK_READ, type Message } from './inbox.documents.js';
import styles from './inbox-page.module.css';

// Whoever waits for news keeps the page open.
const LOOK_AGAIN = 10_000;

/** What happened that concerns this person, newest first. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { data, error, refetch, fetchMore } = useQuery(INBOX, { variables: {}, pollInterval: LOOK_AGAIN });
  const [markRead] = useMutation(MARK_READ, { refetchQueries: ['Inbox', 'Viewer'] });
  const messages = data?.notifications.edges.map((edge) => edge.node) ?? [];
  const unread = messages.some((message) => !message.readAt);
  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        below={<TextLink to="/inbox/mail">{t('mail.act')}</TextLink>}
        acts={unread && <Button onClick={() => void markRead({ variables: { ids: null } })}>{t('allRead')}</Button>}
      />
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={6} height={64} />}
      {data && messages.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      <ul className={styles.list}>
        {messages.map((message) => (
          <MessageRow
            key={message.id}
            message={message}
            onOpen={() => void (message.readAt ?? markRead({ variables: { ids: [message.id] } }))}
          />
        ))}
      </ul>
      {data?.notifications.pageInfo.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: data.notifications.pageInfo.endCursor } })}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function MessageRow({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const { t } = useTranslation('inbox');
  const { dayAndTime } = useFormat();
  const navigate = useNavigate();
  const open = () => {
    onOpen();
    if (message.path?.startsWith('/')) void navigate(message.path);
  };
  return (
    <li>
      <button type="button" className={styles.message} data-unread={!message.readAt} onClick={open}>
        <span className={styles.dot}>{!message.readAt && <span className="visually-hidden">{t('unread')}</span>}</span>
        <span>
          <strong>{message.title}</strong>
          <span className={styles.body}>{message.body}</span>
        </span>
        <time dateTime={message.createdAt}>{dayAndTime(message.createdAt)}</time>
      </button>
    </li>
  );
}
