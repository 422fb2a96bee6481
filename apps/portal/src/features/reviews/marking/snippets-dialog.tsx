import { useQuery } from '@apollo/client/react';
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { EmptyState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { KEEP_SNIPPET, MY_SNIPPETS, REMOVE_SNIPPET } from '../reviews.documents.js';
import styles from './snippets-dialog.module.css';

interface Props {
  /** The comment in work, which can be kept. */
  comment: string;
  onChoose: (words: string) => void;
  onClose: () => void;
}

/** One's own words for comments: typed to find, Enter takes the first. */
export function SnippetsDialog({ comment, onChoose, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const [search, setSearch] = useState('');
  const { data } = useQuery(MY_SNIPPETS, { fetchPolicy: 'cache-and-network' });
  const [keep, keeping] = useResultMutation(KEEP_SNIPPET, { refetch: ['MySnippets'] });
  const [remove] = useResultMutation(REMOVE_SNIPPET, { refetch: ['MySnippets'] });
  const all = data?.mySnippets ?? [];
  const found = all.filter(({ words }) => words.toLowerCase().includes(search.trim().toLowerCase()));
  const canKeep = comment.trim() !== '' && !all.some(({ words }) => words === comment.trim());
  return (
    <Modal opened onClose={onClose} title={t('snippets.title')} closeButtonProps={{ 'aria-label': t('panel.close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0]) onChoose(found[0].words);
        }}
      >
        <TextInput
          label={t('snippets.find')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        {!data && <LoadingRows rows={3} />}
        {data && all.length === 0 && <EmptyState title={t('snippets.none')}>{t('snippets.noneBody')}</EmptyState>}
        <ul className={styles.list}>
          {found.map((snippet) => (
            <li key={snippet.id}>
              <button type="button" className={styles.words} onClick={() => onChoose(snippet.words)}>
                {snippet.words}
              </button>
              <Button
                variant="quiet"
                aria-label={t('snippets.removeOne', { words: snippet.words })}
                onClick={() => void remove({ id: snippet.id })}
              >
                {t('snippets.remove')}
              </Button>
            </li>
          ))}
        </ul>
        {(keeping.refusal ?? keeping.failed) && (
          <RefusalNote>{keeping.refusal?.message ?? t('unreachable')}</RefusalNote>
        )}
        {canKeep && (
          <Button busy={keeping.loading} onClick={() => void keep({ words: comment })}>
            {t('snippets.keep')}
          </Button>
        )}
      </form>
    </Modal>
  );
}
