import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passFrom, removeLevel, renameLevel, type SheetColumn } from './rubric-sheet.js';
import { changed, levelTo } from './sheet-state.js';
import { useDragged } from './use-dragged.js';
import type { ActOnSheet } from './use-rubric-sheet.js';
import styles from './rubric.module.css';

interface Props {
  column: Extract<SheetColumn, { kind: 'level' }>;
  isPassing: boolean;
  isHighest: boolean;
  readOnly: boolean;
  act: ActOnSheet;
}

/** Head of a level's column: its name, whether it passes, and what can be done with it. */
export function LevelHead({ column, isPassing, isHighest, readOnly, act }: Props) {
  const { t } = useTranslation('programme');
  const [naming, setNaming] = useState(false);
  const { ordinal, label } = column;
  // t('programme:rubric.levelToPass') t('programme:rubric.levelHead')
  const name = t(isPassing ? 'rubric.levelToPass' : 'rubric.levelHead', { ordinal, label });
  const dragged = useDragged('level', ordinal, (from) => act((now) => levelTo(now, from, ordinal)));
  if (readOnly) return name;
  if (naming)
    return (
      <input
        className={styles.naming}
        aria-label={t('rubric.rename')}
        defaultValue={label}
        ref={(field) => field?.focus()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setNaming(false);
        }}
        onBlur={(event) => {
          const text = event.currentTarget.value.trim();
          setNaming(false);
          if (text && text !== label) act((now) => changed(now, renameLevel(now.history.present, ordinal, text)));
        }}
      />
    );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.headButton} {...dragged}>
          {name}
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={isPassing}
          onClick={() => act((now) => changed(now, passFrom(now.history.present, ordinal)))}
        >
          {t('rubric.passFrom')}
        </Menu.Item>
        <Menu.Item disabled={ordinal === 1} onClick={() => act((now) => levelTo(now, ordinal, ordinal - 1))}>
          {t('rubric.lower')}
        </Menu.Item>
        <Menu.Item disabled={isHighest} onClick={() => act((now) => levelTo(now, ordinal, ordinal + 1))}>
          {t('rubric.higher')}
        </Menu.Item>
        <Menu.Item onClick={() => setNaming(true)}>{t('rubric.rename')}</Menu.Item>
        <Menu.Item onClick={() => act((now) => changed(now, removeLevel(now.history.present, ordinal)))}>
          {t('rubric.removeLevel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
