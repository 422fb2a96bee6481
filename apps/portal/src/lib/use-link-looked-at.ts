import { useEffect, useState } from 'react';

/**
 * What a link of one use leads to, looked at once: undefined until it is known, null for a link that leads nowhere.
 * `look` has to be the same function every time.
 */
export function useLinkLookedAt<View>(token: string, look: (token: string) => Promise<View | null>) {
  const [view, setView] = useState<View | null>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    const looked = token ? look(token) : Promise.resolve(null);
    looked.then(
      (found) => left || setView(found),
      () => left || setFailed(true),
    );
    return () => {
      left = true;
    };
  }, [token, look, attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt((now) => now + 1);
  };
  return { view, failed, retry };
}
