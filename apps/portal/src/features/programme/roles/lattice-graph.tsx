import {
  Background,
  BackgroundVariant,
  type Connection,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AcrossEdge } from './across-edge.js';
import { LANE_NODES, type LaneNode, type RungNode } from './lattice-nodes.js';
import { LABEL_WIDTH, layLanes, neighbourOf, RUNG } from './lane-layout.js';
import type { Lattice, StepKind } from './lattice.documents.js';
import styles from './lattice-graph.module.css';
import { StepDialog } from './step-dialog.js';

interface Props {
  lattice: Lattice;
  selected: string | null;
  onSelect: (levelId: string) => void;
  editable: boolean;
}

export function LatticeGraph(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

const LANE_EDGES = { across: AcrossEdge };

/** Ladders as lanes; steps between them as dashed lines. Arrow keys walk, Enter shows, a line can be drawn from rung to rung. */
function Drawing({ lattice, selected, onSelect, editable }: Props) {
  const { t } = useTranslation('roles');
  const flow = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const [at, goTo] = useState<string | null>(selected);
  const [drawn, draw] = useState<{ from: string; to: string } | null>(null);
  const layout = useMemo(() => layLanes(lattice.roles, linksOf(lattice)), [lattice]);
  const stop = at && layout.places.has(at) ? at : (lattice.roles[0]?.levels[0]?.id ?? null);
  const nodes = useMemo(
    () => nodesOf(lattice, layout, { selected, stop, editable, onSelect }),
    [lattice, layout, selected, stop, editable, onSelect],
  );
  const edges = useMemo(
    () => edgesOf(lattice, layout, selected, (kind) => t(`kind.${kind}`)),
    [lattice, layout, selected, t],
  );

  const walk = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-rung]')?.dataset.rung;
    const next = from ? neighbourOf(layout, from, event.key) : null;
    const place = next ? layout.places.get(next) : undefined;
    if (!next || !place) return;
    event.preventDefault();
    goTo(next);
    // What is out of sight comes into the middle; then the focus, which must not scroll by itself.
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [place.x * zoom + x, place.y * zoom + y];
    const { clientWidth, clientHeight } = box.current ?? { clientWidth: 0, clientHeight: 0 };
    const seen = left >= 0 && top >= 0 && left + RUNG.width <= clientWidth && top + RUNG.height <= clientHeight;
    if (!seen) void flow.setCenter(place.x + RUNG.width / 2, place.y + RUNG.height / 2, { zoom });
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-rung="${CSS.escape(next)}"]`)?.focus({ preventScroll: true }),
    );
  };

  // t('roles:drawingKeys') t('roles:drawingKeysEdit')
  return (
    // Keys of the buttons in it; it takes none itself.
    <div ref={box} role="presentation" className={styles.drawing} onKeyDown={walk} data-editable={editable}>
      <p className="visually-hidden">{t(editable ? 'drawingKeysEdit' : 'drawingKeys')}</p>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={LANE_NODES}
        edgeTypes={LANE_EDGES}
        nodesDraggable={false}
        nodesConnectable={editable}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        onlyRenderVisibleElements={nodes.length > 150}
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling
        minZoom={0.4}
        maxZoom={1.25}
        defaultViewport={{ x: 24, y: 8, zoom: 1 }}
        translateExtent={[
          [-80, -60],
          // Never narrower than a window: a small lattice begins at its left edge.
          [Math.max(layout.width + 200, 3_000), Math.max(layout.height + 200, 2_000)],
        ]}
        onConnect={({ source, target }: Connection) => draw({ from: source, to: target })}
        aria-label={t('drawing')}
      >
        <Background variant={BackgroundVariant.Lines} gap={[100_000, 100_000]} />
        <Controls showInteractive={false} aria-label={t('zoom')} />
      </ReactFlow>
      {drawn && <StepDialog lattice={lattice} fromId={drawn.from} toId={drawn.to} onClose={() => draw(null)} />}
    </div>
  );
}

function linksOf(lattice: Lattice): { id: string; from: string; to: string; kind: StepKind; note: string }[] {
  return lattice.roles.flatMap((role) =>
    role.levels.flatMap((level) =>
      level.stepsOut.map((step) => ({ id: step.id, from: level.id, to: step.to.id, kind: step.kind, note: step.note })),
    ),
  );
}

interface Look {
  selected: string | null;
  stop: string | null;
  editable: boolean;
  onSelect: (levelId: string) => void;
}

function nodesOf(lattice: Lattice, layout: ReturnType<typeof layLanes>, look: Look): Node[] {
  const lanes = layout.lanes.map(
    (lane): LaneNode => ({
      id: `lane ${lane.roleId}`,
      type: 'lane',
      position: { x: 0, y: lane.y },
      width: LABEL_WIDTH - 16,
      height: RUNG.height,
      draggable: false,
      connectable: false,
      data: { name: lane.name, family: lane.family, width: Math.max(layout.width, 1_400) },
    }),
  );
  const rungs = lattice.roles.flatMap((role) =>
    role.levels.map((level): RungNode => {
      const place = layout.places.get(level.id);
      const outside = level.stepsOut.filter((step) => !layout.places.has(step.to.id)).length;
      return {
        id: level.id,
        type: 'rung',
        position: { x: place?.x ?? 0, y: place?.y ?? 0 },
        ...RUNG,
        data: {
          level,
          roleName: role.name,
          rungs: role.levels.length,
          outside,
          isSelected: level.id === look.selected,
          isStop: level.id === look.stop,
          editable: look.editable,
          onSelect: look.onSelect,
        },
      };
    }),
  );
  return [...lanes, ...rungs];
}

function edgesOf(
  lattice: Lattice,
  layout: ReturnType<typeof layLanes>,
  selected: string | null,
  word: (kind: StepKind) => string,
): Edge[] {
  const ladders = lattice.roles.flatMap((role) =>
    role.levels.slice(1).map((level, at): Edge => {
      const below = role.levels[at]?.id ?? '';
      return {
        id: `${below} ${level.id}`,
        source: below,
        target: level.id,
        type: 'straight',
        className: styles.ladder,
        markerEnd: { type: MarkerType.Arrow, color: 'var(--ink-3)', width: 16, height: 16 },
      };
    }),
  );
  const steps = linksOf(lattice)
    .filter((link) => layout.places.has(link.to))
    .map((link, lane): Edge => {
      const touches = link.from === selected || link.to === selected;
      return {
        id: link.id,
        source: link.from,
        target: link.to,
        type: 'across',
        data: { lane },
        // Words of lines that run side by side would lie on each other: told of the rung that is looked at alone.
        label: touches ? shortened(link.note || word(link.kind)) : undefined,
        className: [styles.across, styles[link.kind], touches ? styles.touched : ''].join(' '),
        markerEnd: { type: MarkerType.Arrow, color: touches ? 'var(--accent)' : 'var(--ink-3)', width: 16, height: 16 },
        zIndex: touches ? 2 : 1,
      };
    });
  return [...ladders, ...steps];
}

/** Whole notes stand in the panel beside the drawing, and in the list. */
const LONGEST_LABEL = 34;

function shortened(words: string): string {
  return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : words;
}
