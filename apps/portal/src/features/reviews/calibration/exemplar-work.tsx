import styles from '../quality.module.css';

interface Item {
  letter: string;
  title: string;
  text: string;
  url: string | null;
}

/** The work itself, as it was handed in but for names. */
export function ExemplarWork({ exemplar }: { exemplar: { title: string; items: readonly Item[] } }) {
  return (
    <section aria-label={exemplar.title}>
      {exemplar.items.map(({ letter, title, text, url }) => (
        <article key={letter} className={styles.piece}>
          <h2>
            {letter} · {title}
          </h2>
          <p>{text}</p>
          {url && (
            <a href={url} target="_blank" rel="noreferrer noopener">
              {url}
            </a>
          )}
        </article>
      ))}
    </section>
  );
}
