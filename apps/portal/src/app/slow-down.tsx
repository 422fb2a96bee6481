import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../components/toast.js';
import { onSlowDown } from '../lib/slow-down.js';

/** Says once that the server wants a pause; several requests are refused together. */
export function SlowDown() {
  const { t } = useTranslation('shell');
  const toast = useToast();
  const quietUntil = useRef(0);
  useEffect(
    () =>
      onSlowDown((seconds) => {
        if (Date.now() < quietUntil.current) return;
        quietUntil.current = Date.now() + seconds * 1_000;
        toast(t('slowDown', { count: seconds }));
      }),
    [t, toast],
  );
  return null;
}
