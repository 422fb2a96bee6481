import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { LatticeLevel } from './lattice.documents.js';
import styles from './lattice-graph.module.css';

export type RungNode = Node<
  {
    level: LatticeLevel;
    roleName: string;
    /** How many rungs the ladder has. */
    rungs: number;
    /** Steps to job roles that are not on the screen. */
    outside: number;
    isSelected: boolean;
    /** The one that takes part in the Tab order of the page; the arrows move it. */
    isStop: boolean;
    editable: boolean;
    onSelect: (levelId: string) => void;
  },
  'rung'
>;
export type LaneNode = Node<{ name: string; family: string | null; width: number }, 'lane'>;

function Rung({ data }: NodeProps<RungNode>) {
  const { t } = useTranslation('roles');
  const { level, roleName, rungs, outside, isSelected, isStop, editable, onSelect } = data;
  const steps = level.stepsOut.map((step) => t('stepTo', { kind: t(`kind.${step.kind}`), name: step.to.name }));
  const label = [
    t('rungLabel', { name: level.name, role: roleName, order: level.order, of: rungs }),
    t('asksSkills', { count: level.asks }),
    ...(level.people === null ? [] : [t('peopleOn', { count: level.people })]),
    ...steps,
  ].join('. ');
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={editable} className={styles.handle} />
      <button
        type="button"
        className={styles.rung}
        data-rung={level.id}
        tabIndex={isStop ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={label}
        onClick={() => onSelect(isSelected ? '' : level.id)}
      >
        <span className={styles.name}>{level.name}</span>
        <span className={styles.facts}>
          <span>{t('asksSkills', { count: level.asks })}</span>
          {level.people !== null && level.people > 0 && <b>{t('peopleOn', { count: level.people })}</b>}
        </span>
        {outside > 0 && <span className={styles.outside}>{t('stepsElsewhere', { count: outside })}</span>}
      </button>
      <Handle type="source" position={Position.Right} isConnectable={editable} className={styles.handle} />
    </>
  );
}

function Lane({ data }: NodeProps<LaneNode>) {
  return (
    <div
      className={styles.lane}
      data-begins={data.family !== null}
      style={{ '--lane-width': `${data.width}px` } as CSSProperties}
    >
      {data.family && <p className={styles.family}>{data.family}</p>}
      <p className={styles.roleName}>{data.name}</p>
    </div>
  );
}

export const LANE_NODES = { rung: Rung, lane: Lane };
