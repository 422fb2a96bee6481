import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import type { SavedState } from './use-saved.js';
import styles from './studio.module.css';

interface Props<Value, Data> {
  state: SavedState<Value>;
  document: TypedDocumentNode<Data, { expectedRevision: number }>;
  body: string;
  refetch: string;
}

/** The draft becomes what counts, after saying what that touches. */
export function UseAct<Value, Data>({ state, document, body, refetch }: Props<Value, Data>) {
  const { t } = useTranslation('studio');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [use, { loading, refusal }] = useResultMutation(document, { refetch: [refetch] });
  const isDraft = state.revision > 0;
  const confirm = async () => {
    const { ok } = await use({ expectedRevision: state.revision });
    if (!ok) return;
    state.ended();
    setAsking(false);
    toast(t('use.done'));
  };
  return (
    <div className={styles.use}>
      <Button
        variant="primary"
        size="large"
        disabled={!isDraft || state.conflict !== null || state.problems.length > 0}
        onClick={() => void state.flush().then(() => setAsking(true))}
      >
        {t('use.act')}
      </Button>
      <p>{isDraft ? t('use.draft') : t('use.same')}</p>
      <ConfirmDialog
        open={asking}
        title={t('use.title')}
        act={t('use.act')}
        busy={loading}
        // Whatever was asked, a refusal has a message; the type of a document to come cannot say so.
        refusal={(refusal as { message: string } | null)?.message}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <p>{body}</p>
      </ConfirmDialog>
    </div>
  );
}
