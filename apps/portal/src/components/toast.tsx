import { IconX } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.js';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

type ShowToast = (text: string, options?: { undo?: () => void }) => void;

const ToastContext = createContext<ShowToast | null>(null);

// Long enough to read and reach the undo; WCAG 2.2.1 holds because whatever it says stands on the page too.
const SHOWN_FOR = 7_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('kit');
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const show = useMemo<ShowToast>(() => {
    let last = 0;
    return (text, options) => {
      const id = ++last;
      setToasts((now) => [...now.slice(-2), { id, text, undo: options?.undo }]);
      setTimeout(() => close(id), SHOWN_FOR);
    };
  }, [close]);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className={styles.toasts} aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={styles.toast}>
            <span>{toast.text}</span>
            {toast.undo && (
              <button
                type="button"
                className={styles.undo}
                onClick={() => {
                  toast.undo?.();
                  close(toast.id);
                }}
              >
                {t('undo')}
              </button>
            )}
            <IconButton label={t('close')} onClick={() => close(toast.id)} className={styles.close}>
              <IconX size={16} stroke={1.6} />
            </IconButton>
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}

/** Says that something is done, with the way back where there is one. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (!show) throw new Error('ToastProvider is missing above this component.');
  return show;
}
