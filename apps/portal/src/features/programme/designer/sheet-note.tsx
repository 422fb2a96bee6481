import { useTranslation } from 'react-i18next';
import type { SheetNews } from './sheet-state.js';
import styles from './rubric.module.css';

/** What happened to what was just typed or pasted; spoken to those who cannot see the sheet. */
export function SheetNote({ news }: { news: SheetNews | null }) {
  return (
    <output className={styles.news}>
      <Words news={news} />
    </output>
  );
}

function Words({ news }: { news: SheetNews | null }) {
  const { t } = useTranslation('programme');
  if (!news) return null;
  if (news.kind === 'replaced') return t('rubric.news.replaced', { count: news.rows });
  if (news.kind !== 'pasted')
    return news.kind === 'not-a-number'
      ? t('rubric.news.notANumber', { text: news.text })
      : t('rubric.news.notALevel', { text: news.text });
  const parts = [
    t('rubric.news.pasted', { count: news.rows }),
    news.refused > 0 ? t('rubric.news.refused', { count: news.refused }) : '',
    news.cut > 0 ? t('rubric.news.cut', { count: news.cut }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}
