import { useCallback, useEffect, useRef, useState } from 'react';
import { useResultMutation } from '../../../lib/result.js';
import { RENEW_LEASE } from '../reviews.documents.js';

const BEAT = 60_000;
/** A page left open overnight must not keep a candidate waiting: only work keeps the lease. */
const WORKED_WITHIN = 10 * 60_000;

/** Only what is marked can be a check. */
const NOTHING = () => undefined;

/** Keeps the lease while one works, and says when it is lost. */
export function useLease(
  slotId: string,
  until: string | null,
  active: boolean,
  onTakenAway: (checkId: string) => void = NOTHING,
) {
  const [renew] = useResultMutation(RENEW_LEASE);
  const [lost, setLost] = useState<string | null>(null);
  const [end, setEnd] = useState(until);
  const workedAt = useRef(0);
  const beating = active && lost === null;

  const beat = useCallback(async () => {
    const { ok, refusal } = await renew({ slotId });
    if (ok?.lease) setEnd(ok.lease.until);
    if (refusal && 'checkId' in refusal) return onTakenAway(refusal.checkId);
    // A broken line is no loss: the lease outlasts many beats.
    if (refusal) setLost(refusal.message);
  }, [renew, slotId, onTakenAway]);

  useEffect(() => {
    if (!beating) return;
    workedAt.current = Date.now();
    const worked = () => {
      workedAt.current = Date.now();
    };
    const tick = () => {
      if (Date.now() - workedAt.current < WORKED_WITHIN) void beat();
    };
    const back = () => {
      if (document.visibilityState === 'visible') void beat();
    };
    const timer = setInterval(tick, BEAT);
    document.addEventListener('keydown', worked);
    document.addEventListener('pointermove', worked, { passive: true });
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', worked);
      document.removeEventListener('pointermove', worked);
      document.removeEventListener('visibilitychange', back);
    };
  }, [beating, beat]);

  return {
    until: end,
    lost,
    lose: setLost,
    regain: (next: string | null) => {
      setEnd(next);
      setLost(null);
    },
  };
}
