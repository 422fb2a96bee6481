import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import type { SavedState } from './use-saved.js';
import styles from './studio.module.css';

interface Version {
  number: number;
  state: string;
  inUseSince: string | null;
}

interface Props<Value, Data> {
  state: SavedState<Value>;
  document: TypedDocumentNode<Data, { expectedRevision: number }>;
  current: { number: number | null; state: string | null; versions: readonly Version[] };
  body: string;
  refetch: string;
}

/** The draft becomes what counts, after saying what that touches; below, what counted before. */
export function UseAct<Value, Data>({ state, document, current, body, refetch }: Props<Value, Data>) {
  const { t } = useTranslation('studio');
  const { date } = useFormat();
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
  const versions = current.versions.map(({ number, state: each, inUseSince }) =>
    t(each === 'IN_USE' ? 'use.inUse' : 'use.was', { number, date: inUseSince ? date(inUseSince) : '' }),
  );
  // t('studio:use.inUse') t('studio:use.was')
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
      {versions.length > 0 && (
        <details>
          <summary>{t('use.versions', { count: versions.length })}</summary>
          <ul>
            {versions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
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
