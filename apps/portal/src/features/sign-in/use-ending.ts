import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { END_SESSION, type Session, SIGN_OUT_EVERYWHERE } from './sign-in.documents.js';

/** Ends one sign-in, or all of a person; the list is asked again afterwards. */
export function useEnding(list: string) {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [endOne, one] = useResultMutation(END_SESSION, { refetch: [list] });
  const [endAll, all] = useResultMutation(SIGN_OUT_EVERYWHERE);
  const end = async (session: Session) => {
    setBusy(session.id);
    const { ok } = await endOne({ id: session.id });
    setBusy(null);
    if (ok) toast(t('sessions.ended', { device: session.device }));
  };
  return {
    busy,
    end: (session: Session) => void end(session),
    endAll,
    endingAll: all.loading,
    fault: one.refusal?.message ?? (one.failed || all.failed ? t('failed') : null) ?? all.refusal?.message ?? null,
  };
}
