import { useCallback, useState } from 'react';
import { EMPTY_FORM, type ImportForm, readForm } from './import-form.js';

const KEY = 'assay-framework-import';

type Change = Partial<ImportForm> | ((now: ImportForm) => Partial<ImportForm>);

/** The form of the first step; it survives leaving the page within this tab. */
export function useImportForm() {
  const [form, setForm] = useState<ImportForm>(() => readForm(sessionStorage.getItem(KEY)));
  const change = useCallback((next: Change) => {
    setForm((now) => {
      const changed = { ...now, ...(typeof next === 'function' ? next(now) : next) };
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
