import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { SaveState } from '../../../components/save-state.js';
import { RefusalNote } from '../../../components/states.js';
import type { SavedState } from './use-saved.js';
import styles from './studio.module.css';

interface Props<Value> {
  state: SavedState<Value>;
  onTheirs: () => void;
}

/** Whether it is safe, the way back, and what stands against it. */
export function SavedHead<Value>({ state, onTheirs }: Props<Value>) {
  const { t } = useTranslation('studio');
  const { saving, conflict, problems } = state;
  useHotkey({ keys: 'mod+z', label: t('undo'), group: t('title'), run: state.undo, enabled: state.canUndo });
  return (
    <>
      <div className={styles.saved}>
        <IconButton label={t('undo')} disabled={!state.canUndo} onClick={state.undo}>
          <IconArrowBackUp size={16} stroke={1.6} />
        </IconButton>
        <IconButton label={t('redo')} disabled={!state.canRedo} onClick={state.redo}>
          <IconArrowForwardUp size={16} stroke={1.6} />
        </IconButton>
        <SaveState
          saving={
            saving.unreachable || saving.stopped
              ? { state: 'failed', kept: t('kept') }
              : saving.saving
                ? { state: 'saving' }
                : { state: 'saved', at: saving.savedAt }
          }
        />
      </div>
      {problems.length > 0 && <RefusalNote>{problems.join(' ')}</RefusalNote>}
      {conflict !== null && (
        <RefusalNote>
          {t('conflict.body')}{' '}
          <Button size="small" onClick={state.keepMine}>
            {t('conflict.mine')}
          </Button>{' '}
          <Button size="small" onClick={onTheirs}>
            {t('conflict.theirs')}
          </Button>
        </RefusalNote>
      )}
    </>
  );
}
