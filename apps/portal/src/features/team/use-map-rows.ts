import { useCallback, useEffect, useRef, useState } from 'react';

/** As the style sheet has it: rows that are not drawn keep their height. */
export const ROW_HEIGHT = 47;
/** Drawn above and below what is in sight, so that scrolling finds them there. */
const AHEAD = 6;
/** A team of so many is drawn whole. */
const DRAWN_WHOLE = 24;

/** Which rows are drawn. Of many people only those in sight: thousands of cells would make every key slow. */
export function useMapRows(rows: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const inSight = useInSight();
  // In steps, so that not every pixel draws anew.
  const look = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0;
    setFirst(Math.max(0, Math.floor(top / ROW_HEIGHT / AHEAD) * AHEAD - AHEAD));
  }, []);
  const showRow = useCallback((row: number) => {
    const box = scroller.current;
    if (!box) return;
    const [top, height] = [row * ROW_HEIGHT, box.clientHeight - 4 * ROW_HEIGHT];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top > box.scrollTop + height) box.scrollTop = top - height;
  }, []);
  const from = rows <= DRAWN_WHOLE ? 0 : Math.min(first, Math.max(0, rows - inSight));
  return { scroller, onScroll: look, first: from, last: Math.min(rows, from + inSight), showRow };
}

/** The map is no higher than the window. Measuring the map itself would lay it out once more before it is seen. */
const inWindow = () => Math.max(DRAWN_WHOLE, Math.ceil(window.innerHeight / ROW_HEIGHT) + 2 * AHEAD);

function useInSight(): number {
  const [inSight, setInSight] = useState(inWindow);
  useEffect(() => {
    const measure = () => setInSight(inWindow());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return inSight;
}
