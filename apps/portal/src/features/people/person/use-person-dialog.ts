import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const DIALOGS = [
  ...(['change', 'second', 'correct', 'end', 'remove', 'details'] as const),
  ...(['leaving', 'undo', 'rehire', 'off', 'on'] as const),
] as const;
export type PersonDialog = (typeof DIALOGS)[number];

/** Which dialog is open, and for which employment; it stands in the address. */
export function usePersonDialog() {
  const [params, setParams] = useSearchParams();
  const open = useCallback(
    (dialog: PersonDialog, employment?: string) =>
      setParams({ dialog, ...(employment ? { employment } : {}) }, { replace: true }),
    [setParams],
  );
  const close = useCallback(() => setParams({}, { replace: true }), [setParams]);
  return {
    dialog: DIALOGS.find((each) => each === params.get('dialog')) ?? null,
    employmentId: params.get('employment'),
    open,
    close,
  };
}
