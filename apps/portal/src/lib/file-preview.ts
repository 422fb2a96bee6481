import { useEffect, useState } from 'react';

/** The pictures of a file, as the API tells them. */
export interface FilePreview {
  state: 'NONE' | 'BEING_MADE' | 'READY' | 'IMPOSSIBLE';
  reason: string | null;
  pages: readonly { url: string; width: number; height: number }[];
  pageCount: number;
  activeContent: boolean;
}

/** The server draws no more of one file. */
export const MOST_PAGES = 1_000;
/** Most are there within a second; a long document takes some. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/** What is known of a file's pictures; asks again, ever more slowly, while they are being made. */
export function useFilePreview(file: { url: string; preview?: FilePreview | null }): {
  preview: FilePreview | null;
  /** Has the pages drawn that follow; null while they are, and where there are none. */
  more: (() => void) | null;
} {
  const [answer, setAnswer] = useState<{ to: string; preview: FilePreview } | null>(null);
  const given = file.preview ?? null;
  const current = answer?.to === file.url ? answer.preview : given;
  const there = current?.pages.length ?? 0;
  const [wanted, setWanted] = useState(0);
  const isDrawingMore = wanted > there;
  const waiting = !current || current.state === 'BEING_MADE' || isDrawingMore;
  useEffect(() => {
    if (!waiting) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = (wait: number) => {
      fetch(`${file.url}/preview`, { credentials: 'same-origin', signal: stop.signal })
        .then(async (response) => {
          if (response.ok) setAnswer({ to: file.url, preview: (await response.json()) as FilePreview });
        })
        .catch(() => undefined)
        .finally(() => {
          if (!stop.signal.aborted) timer = setTimeout(ask, wait, Math.min(wait * 1.5, LONGEST_WAIT_MS));
        });
    };
    timer = setTimeout(ask, given ? FIRST_WAIT_MS : 0, FIRST_WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [waiting, file.url, given]);
  const hasMore = current?.state === 'READY' && Math.min(current.pageCount, MOST_PAGES) > there && !isDrawingMore;
  const more = () => {
    setWanted(there + 1);
    // Whoever asks for a page that is not drawn yet orders it.
    fetch(`${file.url}/preview/${there + 1}`, { credentials: 'same-origin' }).catch(() => setWanted(0));
  };
  return { preview: current, more: hasMore ? more : null };
}
