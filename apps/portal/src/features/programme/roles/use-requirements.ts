import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import {
  bothChanged,
  type CellChange,
  type Cells,
  changesBetween,
  keyOf,
  type Sheet,
  type SheetSkill,
  withCells,
} from './requirement-sheet.js';
import { ROLE_SHEET, SAVE_REQUIREMENTS, type SheetRole } from './requirements.documents.js';

/** Cells that somebody else changed otherwise meanwhile. */
interface Conflict {
  theirs: Cells;
  revision: number;
  keys: string[];
}

export function sheetOf(role: SheetRole): Sheet {
  const own = role.framework.scale.levels.map(({ label }) => label);
  const rows = new Map<string, SheetSkill>();
  const cells = new Map<string, { level: number | null; importance: number; mustHave: boolean }>();
  for (const level of role.levels)
    for (const { skill, adoptedFrom, level: at, importance, mustHave } of level.requirements) {
      const levels = adoptedFrom ? adoptedFrom.scale.levels.map(({ label }) => label) : own;
      rows.set(skill.id, { id: skill.id, name: skill.name, levels, from: adoptedFrom?.title ?? null });
      cells.set(keyOf(level.id, skill.id), { level: at?.ordinal ?? null, importance, mustHave });
    }
  return {
    columns: role.levels.map(({ id, name }) => ({ id, name })),
    rows: [...rows.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    cells,
  };
}

/** The sheet as it is being written: saved cell by cell a moment later, each step with its way back. */
export function useRequirements(role: SheetRole, levelId: string) {
  const client = useApolloClient();
  const [sheet, setSheet] = useState(() => sheetOf(role));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [past, setPast] = useState<readonly Cells[]>([]);
  const [future, setFuture] = useState<readonly Cells[]>([]);
  const saved = useRef({ revision: role.revision, cells: sheet.cells });
  const latest = useRef(sheet.cells);
  const [save] = useResultMutation(SAVE_REQUIREMENTS);

  const show = (cells: Cells) => {
    latest.current = cells;
    setSheet((now) => ({ ...now, cells }));
  };

  const theirs = async (): Promise<{ cells: Cells; revision: number } | null> => {
    const { data } = await client.query({ query: ROLE_SHEET, variables: { levelId }, fetchPolicy: 'network-only' });
    const now = data?.jobRoleLevel?.role;
    return now ? { cells: sheetOf(now).cells, revision: now.revision } : null;
  };

  const send = async (): Promise<SaveAnswer> => {
    const target = latest.current;
    const changes = changesBetween(saved.current.cells, target);
    if (changes.length === 0) return 'saved';
    const { ok, refusal: refused } = await save({
      roleId: role.id,
      expectedRevision: saved.current.revision,
      cells: changes.map(({ asked, ...cell }) => ({
        ...cell,
        asked: asked && { levelOrdinal: asked.level, importance: asked.importance, mustHave: asked.mustHave },
      })),
    });
    if (ok) {
      saved.current = { revision: ok.revision, cells: target };
      setRefusal(null);
      return 'saved';
    }
    if (!refused) return 'unreachable';
    if (refused.__typename !== 'ChangedMeanwhile') {
      setRefusal(refused.message);
      return 'refused';
    }
    const other = await theirs().catch(() => null);
    if (!other) return 'unreachable';
    const mine = changesBetween(saved.current.cells, latest.current);
    const keys = bothChanged(mine, changesBetween(saved.current.cells, other.cells));
    if (keys.length > 0) {
      setConflict({ theirs: other.cells, revision: other.revision, keys });
      return 'stopped';
    }
    // Two who worked in different cells: both count, and nobody has to decide.
    saved.current = { revision: other.revision, cells: other.cells };
    show(withCells(other.cells, mine));
    return send();
  };
  const { queue, state } = useAutosave<true>(send, null);

  const write = (cells: Cells) => {
    show(cells);
    queue.put('cells', true);
  };

  return {
    sheet,
    saving: state,
    refusal,
    conflict,
    change(changes: readonly CellChange[]) {
      const next = withCells(latest.current, changes);
      if (changesBetween(latest.current, next).length === 0) return;
      setPast((steps) => [...steps.slice(-99), sheet.cells]);
      setFuture([]);
      write(next);
    },
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    undo() {
      const before = past.at(-1);
      if (!before) return;
      setPast(past.slice(0, -1));
      setFuture([...future, sheet.cells]);
      write(before);
    },
    redo() {
      const after = future.at(-1);
      if (!after) return;
      setFuture(future.slice(0, -1));
      setPast([...past, sheet.cells]);
      write(after);
    },
    addRow(skill: SheetSkill) {
      setSheet((now) => (now.rows.some(({ id }) => id === skill.id) ? now : { ...now, rows: [...now.rows, skill] }));
    },
    /** Mine are written over theirs, or theirs stand; what only one of the two changed counts either way. */
    settle(whose: 'mine' | 'theirs') {
      if (!conflict) return;
      const mine = changesBetween(saved.current.cells, latest.current).filter(
        ({ levelId: level, skillId }) => whose === 'mine' || !conflict.keys.includes(keyOf(level, skillId)),
      );
      saved.current = { revision: conflict.revision, cells: conflict.theirs };
      // Steps of before would undo what somebody else wrote.
      setPast([]);
      setFuture([]);
      show(withCells(conflict.theirs, mine));
      setConflict(null);
      queue.resume();
    },
  };
}

export type Requirements = ReturnType<typeof useRequirements>;
