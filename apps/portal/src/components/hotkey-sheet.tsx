import { Checkbox, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { useActiveHotkeys, useOwnKeys } from './hotkeys.js';
import styles from './hotkey-sheet.module.css';
import { KeyChoice } from './key-choice.js';

/** Every key that acts on this screen, each to be changed, and the switch that turns single keys off. */
export function HotkeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('kit');
  const groups = useActiveHotkeys();
  const { single, own, unsent, letSingleAct, reset } = useOwnKeys();
  return (
    <Modal opened={open} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={styles.groups}>
        {[...groups].map(([group, hotkeys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {hotkeys.map((hotkey) => (
                <KeyChoice key={hotkey.keys} hotkey={hotkey} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        label={t('keys.single')}
        description={t('keys.singleHint')}
        checked={single}
        onChange={(event) => letSingleAct(event.currentTarget.checked)}
      />
      {Object.keys(own).length > 0 && (
        <p className={styles.reset}>
          <Button size="small" onClick={reset}>
            {t('keys.reset')}
          </Button>
        </p>
      )}
      <output className={styles.unsent}>{unsent && t('keys.unsent')}</output>
    </Modal>
  );
}
