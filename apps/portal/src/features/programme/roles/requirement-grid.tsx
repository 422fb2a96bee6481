import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../../components/level-tile.js';
import { EmptyState } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { readBlock, writeBlock } from '../designer/sheet-block.js';
import { type Asked, cellAt, pasted, type SheetSkill, textOf } from './requirement-sheet.js';
import { changesFor, type Place, placeAfter, rangeOf } from './requirement-keys.js';
import styles from './requirements.module.css';
import type { Requirements } from './use-requirements.js';

/** One cell takes part in the Tab order of the page; arrows move it, Shift stretches it, keys write into all of it. */
export function RequirementGrid({ requirements, editable }: { requirements: Requirements; editable: boolean }) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const { sheet } = requirements;
  const [cursor, move] = useState<Place>({ row: 0, column: 0 });
  const [anchor, drop] = useState<Place>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const range = rangeOf(cursor, anchor);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    table.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }, [cursor]);

  const goTo = (place: Place, stretch: boolean) => {
    moved.current = true;
    move(place);
    if (!stretch) drop(place);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfter(event.key, cursor, { rows: sheet.rows.length, columns: sheet.columns.length });
    const changes = editable ? changesFor(event.key, sheet, range) : null;
    if (!next && !changes) return;
    event.preventDefault();
    if (next) goTo(next, event.shiftKey);
    else if (changes) {
      if (changes.length === 0 && /^\d$/.test(event.key)) toast(t('noSuchLevel', { level: event.key }));
      requirements.change(changes);
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    const rows = sheet.rows
      .slice(range.top, range.bottom + 1)
      .map((_skill, row) =>
        sheet.columns
          .slice(range.left, range.right + 1)
          .map((_level, column) => textOf(cellAt(sheet, range.top + row, range.left + column))),
      );
    event.clipboardData.setData('text/plain', writeBlock(rows));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!editable) return;
    event.preventDefault();
    const found = pasted(sheet, cursor, readBlock(event.clipboardData.getData('text/plain')));
    requirements.change(found.changes);
    const lost = [...found.refused, ...found.unknown];
    toast(
      lost.length > 0
        ? t('pastedSome', { count: found.changes.length, lost: lost.slice(0, 3).join(', '), left: lost.length })
        : t('pasted', { count: found.changes.length }),
      { undo: requirements.undo },
    );
  };

  if (sheet.rows.length === 0) return <EmptyState title={t('emptySheet')}>{t('emptySheetBody')}</EmptyState>;
  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        // A table one moves about in is a grid (ARIA Authoring Practices, grid pattern); its cells follow from that.
        role="grid"
        aria-label={t('sheet')}
        aria-readonly={!editable}
        className={styles.grid}
        onKeyDown={press}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col">{t('skill')}</th>
            {sheet.columns.map((level) => (
              <th key={level.id} scope="col">
                {level.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((skill, row) => (
            <tr key={skill.id}>
              <th scope="row">
                {skill.name}
                {skill.from && <span className={styles.from}>{t('adoptedFrom', { title: skill.from })}</span>}
              </th>
              {sheet.columns.map((level, column) => {
                const isCursor = cursor.row === row && cursor.column === column;
                const within = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
                return (
                  <td
                    key={level.id}
                    tabIndex={isCursor ? 0 : -1}
                    aria-selected={within}
                    data-cursor={isCursor}
                    onMouseDown={(event) => goTo({ row, column }, event.shiftKey)}
                  >
                    <Cell asked={cellAt(sheet, row, column)} skill={skill} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ asked, skill }: { asked: Asked | null; skill: SheetSkill }) {
  const { t } = useTranslation('roles');
  if (!asked) return <span className="visually-hidden">{t('asksNothingHere')}</span>;
  return (
    <span className={styles.cell} data-importance={asked.importance}>
      {asked.level === null ? (
        <span className={styles.noLevel}>{t('noLevelNamed')}</span>
      ) : (
        <LevelTile
          level={asked.level}
          label={t('levelNamed', { level: asked.level, label: skill.levels[asked.level - 1] })}
        />
      )}
      {asked.mustHave && <b>{t('must')}</b>}
      {asked.importance !== 2 && <span className={styles.importance}>{t(`importance.${asked.importance}`)}</span>}
    </span>
  );
}
