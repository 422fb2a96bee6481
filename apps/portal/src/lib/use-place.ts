import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

type Place = Readonly<Record<string, string>>;

/**
 * Where one is on a screen, kept in the address. The screen moves at once and the address follows: two quick keys, such as
 * "next criterion" and a level, must never act on the place before. Null takes a word out of the address.
 */
export function usePlace(): [Place, (next: Record<string, string | null>) => void] {
  const [params, setParams] = useSearchParams();
  const [place, setPlace] = useState<Place>(() => Object.fromEntries(params));
  const address = params.toString();
  const seen = useRef(address);
  const onTheirWay = useRef<string[]>([]);
  const now = useRef(place);
  const setAddress = useRef(setParams);
  useEffect(() => {
    setAddress.current = setParams;
  }, [setParams]);
  const move = useCallback((words: Place) => {
    now.current = words;
    setPlace(words);
  }, []);
  useEffect(() => {
    if (address === seen.current) return;
    seen.current = address;
    const own = onTheirWay.current.indexOf(address);
    onTheirWay.current.splice(0, own + 1);
    // Somebody else moved the address: a link to this very page, or the way back.
    if (own === -1) move(Object.fromEntries(new URLSearchParams(address)));
  }, [address, move]);

  // The same for as long as the screen stands: what is given it need not be drawn anew with every move.
  const go = useCallback(
    (next: Record<string, string | null>) => {
      const words = Object.entries({ ...now.current, ...next }).filter((word): word is [string, string] =>
        Boolean(word[1]),
      );
      move(Object.fromEntries(words));
      onTheirWay.current.push(new URLSearchParams(words).toString());
      setAddress.current(words, { replace: true });
    },
    [move],
  );
  return [place, go];
}
