import { Checkbox, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keycapText, useActiveHotkeys, useSingleKeys } from './hotkeys.js';
import styles from './hotkey-sheet.module.css';
import { Keycap } from './keycap.js';

/** Every key that acts on this screen, and the switch that turns single keys off. */
export function HotkeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('kit');
  const groups = useActiveHotkeys();
  const [single, setSingle] = useSingleKeys();
  return (
    <Modal opened={open} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={styles.groups}>
        {[...groups].map(([group, hotkeys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {hotkeys.map((hotkey) => (
                <div key={hotkey.keys}>
                  <dt>
                    <Keycap large>{keycapText(hotkey.keys)}</Keycap>
                  </dt>
                  <dd>{hotkey.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        label={t('keys.single')}
        description={t('keys.singleHint')}
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
      />
    </Modal>
  );
}
