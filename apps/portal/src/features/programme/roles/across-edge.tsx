import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { PITCH, RUNG } from './lane-layout.js';

export type AcrossEdgeType = Edge<{ lane: number }, 'across'>;

const CORNER = 8;
const GUTTER = PITCH.x - RUNG.width;

/**
 * Out of the rung's foot or head into the gap between lanes, along it, down or up the gap between columns, and into the
 * other rung from the side: never through what stands between.
 */
export function AcrossEdge(props: EdgeProps<AcrossEdgeType>) {
  const { id, sourceX, sourceY, targetX, targetY, label, markerEnd } = props;
  const down = targetY >= sourceY ? 1 : -1;
  // Lines that leave side by side run side by side.
  const shift = ((props.data?.lane ?? 0) % 3) * 5;
  const foot = sourceX - RUNG.width / 2 - 6 + shift * 2;
  const start = sourceY + (down * RUNG.height) / 2;
  const gap = start + down * (8 + shift);
  const gutter = targetX - GUTTER / 2 + shift;
  const way = gutter >= foot ? 1 : -1;
  const path = [
    `M ${foot},${start}`,
    `V ${gap - down * CORNER}`,
    `Q ${foot},${gap} ${foot + way * CORNER},${gap}`,
    `H ${gutter - way * CORNER}`,
    `Q ${gutter},${gap} ${gutter},${gap + down * CORNER}`,
    `V ${targetY - down * CORNER}`,
    `Q ${gutter},${targetY} ${gutter + 4},${targetY}`,
    `H ${targetX}`,
  ].join(' ');
  return (
    <BaseEdge
      id={id}
      path={path}
      markerEnd={markerEnd}
      label={label}
      // Between the lanes, where no rung can be hidden by it.
      labelX={(foot + gutter) / 2}
      labelY={gap}
      labelBgPadding={[4, 2]}
    />
  );
}
