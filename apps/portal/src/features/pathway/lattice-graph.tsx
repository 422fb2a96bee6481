import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Lanes, neighbour } from './lanes.js';
import styles from './lattice-graph.module.css';
import type { Level } from './pathway.documents.js';

export interface LatticeProps {
  lanes: Lanes;
  here: string | null;
  goal: string | null;
  selected: string;
  onSelect: (levelId: string) => void;
  /** Back to what the page shows by itself. */
  onLeave: () => void;
}

// Measures of the drawing; the style sheet has the same.
const [LABEL, WIDTH, PITCH_X, HEIGHT, PITCH_Y] = [112, 164, 188, 72, 118];

/**
 * Ladders as lanes from left to right, steps between them as dashed lines. One rung is in the tab order; arrow keys, Home and
 * End walk from there, Enter shows the plan, Escape goes back to where one stands.
 */
export function LatticeGraph({ lanes, here, goal, selected, onSelect, onLeave }: LatticeProps) {
  const { t } = useTranslation('pathway');
  const box = useRef<HTMLDivElement>(null);
  const keys = useId();
  const [at, setAt] = useState<string | null>(null);
  const shown = lanes.roles.flatMap(({ levels }) => levels.map(({ id }) => id));
  const inTabOrder = [at, selected, shown[0]].find((id) => id && shown.includes(id));
  const walk = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset.rung;
    if (!from) return;
    if (event.key === 'Escape') onLeave();
    const next = event.key === 'Escape' ? (here ?? goal) : neighbour(lanes.roles, from, event.key);
    if (!next) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-rung="${CSS.escape(next)}"]`)?.focus();
  };
  const longest = Math.max(...lanes.roles.map(({ levels }) => levels.length));
  const placeOf = (levelId: string) => {
    const lane = lanes.roles.findIndex(({ levels }) => levels.some(({ id }) => id === levelId));
    const column = lanes.roles[lane]?.levels.findIndex(({ id }) => id === levelId) ?? 0;
    return { x: LABEL + column * PITCH_X, y: 24 + lane * PITCH_Y };
  };
  const [width, height] = [LABEL + longest * PITCH_X, 24 + lanes.roles.length * PITCH_Y];
  return (
    <div className={styles.scroll}>
      <p className={styles.legend}>
        <span className={styles.verifiedKey}>{t('verified')}</span>
        <span className={styles.claimedKey}>{t('claimed')}</span>
        <span className={styles.acrossKey}>{t('stepAcross')}</span>
      </p>
      <p id={keys} className="visually-hidden">
        {t('walk')}
      </p>
      <fieldset aria-label={t('title')} aria-describedby={keys} className={styles.group}>
        {/* Keys of the buttons in it; it takes none itself. */}
        <div
          ref={box}
          role="presentation"
          className={styles.drawing}
          style={{ width, height }}
          onKeyDown={walk}
          onFocus={({ target }) => setAt(target.dataset.rung ?? null)}
        >
          <svg width={width} height={height} aria-hidden className={styles.lines}>
            {lanes.across.map(({ from, to }, index) => {
              const [a, b] = [placeOf(from), placeOf(to)];
              const x = a.x + WIDTH / 2 + (index - lanes.across.length / 2) * 10;
              const bend = b.y - 18;
              return <path key={to} d={`M${x} ${a.y + HEIGHT}V${bend}H${b.x + WIDTH / 2}V${b.y}`} />;
            })}
          </svg>
          {lanes.roles.map((role, lane) => (
            <section key={role.id} aria-label={role.name} style={{ top: 24 + lane * PITCH_Y }} className={styles.lane}>
              <h2>{role.name}</h2>
              {role.levels.map((level, column) => (
                <Rung
                  key={level.id}
                  level={level}
                  left={LABEL + column * PITCH_X}
                  mark={level.id === here ? 'here' : level.id === goal ? 'goal' : null}
                  isSelected={level.id === selected}
                  isLast={column === role.levels.length - 1}
                  isInTabOrder={level.id === inTabOrder}
                  onSelect={() => onSelect(level.id)}
                />
              ))}
            </section>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface RungProps {
  level: Level;
  left: number;
  mark: 'here' | 'goal' | null;
  isSelected: boolean;
  isLast: boolean;
  isInTabOrder: boolean;
  onSelect: () => void;
}

function Rung({ level, left, mark, isSelected, isLast, isInTabOrder, onSelect }: RungProps) {
  const { t } = useTranslation('pathway');
  const [verified, claimed] = [level.myNearness.verified, level.myNearness.claimed].map((share) =>
    Math.round(share * 100),
  );
  // t('pathway:mark.here') t('pathway:mark.goal')
  return (
    <button
      type="button"
      data-rung={level.id}
      data-mark={mark}
      data-last={isLast}
      className={styles.rung}
      style={{ left }}
      aria-pressed={isSelected}
      tabIndex={isInTabOrder ? 0 : -1}
      onClick={onSelect}
    >
      {mark && <span className={styles.mark}>{t(`mark.${mark}`)}</span>}
      <strong>{level.name}</strong>
      {level.asks === 0 ? (
        <span>{t('asksNothing')}</span>
      ) : (
        <>
          <span className={styles.figures}>
            <span>
              <b>{verified} %</b> {t('verifiedWord')}
            </span>
            <span>
              <span className="visually-hidden">{t('claimed')} </span>
              {claimed} %
            </span>
          </span>
          <span className={styles.track} aria-hidden>
            <i className={styles.claimed} style={{ width: `${claimed}%` }} />
            <i className={styles.verified} style={{ width: `${verified}%` }} />
          </span>
        </>
      )}
    </button>
  );
}
