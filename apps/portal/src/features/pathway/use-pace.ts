import { useSearchParams } from 'react-router';

const USUAL = 3;
const MOST = 40;

export interface Pace {
  /** Hours a week that somebody gives to it. */
  aWeek: number;
  setAWeek: (hours: number) => void;
}

/** The weekly pace stands in the address: every place of the page counts with the same, and a link shows the same. */
export function usePace(): Pace {
  const [search, setSearch] = useSearchParams();
  const said = Number(search.get('pace') ?? USUAL);
  const aWeek = Number.isFinite(said) && said >= 1 && said <= MOST ? Math.round(said) : USUAL;
  const setAWeek = (hours: number) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (hours === USUAL) next.delete('pace');
        else next.set('pace', String(hours));
        return next;
      },
      { replace: true },
    );
  return { aWeek, setAWeek };
}
