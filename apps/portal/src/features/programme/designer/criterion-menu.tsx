import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { criterionTo, insertBelow, remove, reorder } from './sheet-state.js';
import { useDragged } from './use-dragged.js';
import { type ActOnSheet, newId } from './use-rubric-sheet.js';
import styles from './rubric.module.css';

interface Props {
  row: number;
  rows: number;
  title: string;
  readOnly: boolean;
  act: ActOnSheet;
}

/** The number of a criterion; it opens what can be done with the whole row. With the keyboard the cells do the same. */
export function CriterionMenu({ row, rows, title, readOnly, act }: Props) {
  const { t } = useTranslation('programme');
  const dragged = useDragged('criterion', row, (from) => act((now) => criterionTo(now, from, row)));
  if (readOnly) return row + 1;
  return (
    <Menu position="right-start">
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.rowButton}
          {...dragged}
          aria-label={t('rubric.row', { number: row + 1, title })}
        >
          {row + 1}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={row === 0} onClick={() => act((now) => reorder(now, row, -1))}>
          {t('rubric.up')}
        </Menu.Item>
        <Menu.Item disabled={row === rows - 1} onClick={() => act((now) => reorder(now, row, 1))}>
          {t('rubric.down')}
        </Menu.Item>
        <Menu.Item onClick={() => act((now) => insertBelow(now, row, newId))}>{t('rubric.insert')}</Menu.Item>
        <Menu.Item disabled={rows === 1} onClick={() => act((now) => remove(now, row))}>
          {t('rubric.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
