import { useEffect, useState } from 'react';
import type { Run } from '../lib/highlighting.js';
import styles from './code-text.module.css';

/** Larger ones are shown as they are: colours would keep the page from whoever scrolls. */
const MOST_CHARACTERS = 200_000;

/** The text of a program, with its words told apart once what knows them has come; until then, and without it, plain. */
export function CodeText({ text, language }: { text: string; language: string | null }) {
  const runs = useRuns(text, language);
  return (
    <pre className={styles.code}>
      {runs
        ? runs.map((run, index) => (
            <span key={index} className={run.kind ? styles[run.kind] : undefined}>
              {run.text}
            </span>
          ))
        : text}
    </pre>
  );
}

function useRuns(text: string, language: string | null): Run[] | null {
  const [answer, setAnswer] = useState<{ to: string; runs: Run[] } | null>(null);
  useEffect(() => {
    if (!language || text.length > MOST_CHARACTERS) return;
    let isCurrent = true;
    import('../lib/highlighting.js')
      .then(({ runsOf }) => isCurrent && setAnswer({ to: text, runs: runsOf(text, language) }))
      // It stays plain.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [text, language]);
  return answer?.to === text ? answer.runs : null;
}
