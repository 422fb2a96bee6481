import { useCallback, useState } from 'react';
import { EMPTY_FORM, type ImportForm, readForm } from './import-form.js';

const KEY = 'assay-framework-import';

/** The form of the first step; it survives leaving the page within this tab. */
export function useImportForm() {
  const [form, setForm] = useState<ImportForm>(() => readForm(sessionStorage.getItem(KEY)));
  const change = useCallback((next: Partial<ImportForm>) => {
    setForm((now) => {
      const changed = { ...now, ...next };
      sessionStorage.setItem(KEY, JSON.stringify(changed));
      return changed;
    });
  }, []);
  const forget = useCallback(() => {
    sessionStorage.removeItem(KEY);
    setForm(EMPTY_FORM);
  }, []);
  return { form, change, forget };
}
