import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, readMarkdown, readSpans } from '../lib/markdown.js';
import { CodeText } from './code-text.js';
import styles from './paper-text.module.css';
import { ErrorState, LoadingRows } from './states.js';

interface Props {
  source: { text: string } | { url: string };
  markdown?: boolean;
  /** In which the text is written, when it is a program's. */
  language?: string | null;
}

/** Text on a sheet of paper. Markdown is read into our own elements: no HTML of a file ever reaches the page. */
export function PaperText({ source, markdown, language = null }: Props) {
  const { t } = useTranslation('evidence');
  const { text, failed, again } = useText(source);
  if (failed) return <ErrorState onRetry={again}>{t('view.failed')}</ErrorState>;
  if (text === null) return <LoadingRows rows={5} />;
  return (
    <div className={styles.desk}>
      <article className={styles.paper}>
        {markdown ? (
          readMarkdown(text).map((block, index) => <BlockView key={index} block={block} />)
        ) : (
          <CodeText text={text} language={language} />
        )}
      </article>
    </div>
  );
}

function BlockView({ block }: { block: Block }): ReactNode {
  if (block.kind === 'heading') return block.level === 1 ? <h2>{spans(block.text)}</h2> : <h3>{spans(block.text)}</h3>;
  if (block.kind === 'code') return <pre className={styles.code}>{block.text}</pre>;
  if (block.kind === 'quote') return <blockquote>{spans(block.text)}</blockquote>;
  if (block.kind === 'list') {
    const items = block.items.map((item, index) => <li key={index}>{spans(item)}</li>);
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  return <p>{spans(block.text)}</p>;
}

function spans(text: string): ReactNode {
  return readSpans(text).map((span, index) => {
    if (span.kind === 'strong') return <strong key={index}>{span.text}</strong>;
    if (span.kind === 'emphasis') return <em key={index}>{span.text}</em>;
    if (span.kind === 'code') return <code key={index}>{span.text}</code>;
    if (span.kind === 'link')
      return (
        <a key={index} href={span.url} target="_blank" rel="noreferrer noopener">
          {span.text}
        </a>
      );
    return span.text;
  });
}

/** The text of an address; what belongs to another address or an earlier try is not shown. */
function useText(source: Props['source']) {
  const url = 'url' in source ? source.url : null;
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ to: string; text: string | null } | null>(null);
  const asked = `${round} ${url}`;
  useEffect(() => {
    if (!url) return;
    const stop = new AbortController();
    const to = `${round} ${url}`;
    fetch(url, { credentials: 'same-origin', signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`The file answered ${response.status}.`);
        setAnswer({ to, text: await response.text() });
      })
      .catch(() => {
        if (!stop.signal.aborted) setAnswer({ to, text: null });
      });
    return () => stop.abort();
  }, [url, round]);
  const again = () => setRound((now) => now + 1);
  if ('text' in source) return { text: source.text, failed: false, again };
  const current = answer?.to === asked ? answer : null;
  return { text: current?.text ?? null, failed: current !== null && current.text === null, again };
}
