import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilePreview, MOST_PAGES } from '../lib/file-preview.js';
import { Button, IconButton } from './button.js';
import styles from './picture-pages.module.css';

const ZOOMS = [50, 67, 80, 100, 110, 125, 150, 200] as const;

interface Props {
  preview: FilePreview;
  title: string;
  /** Has the next pages drawn; null while they are, and where there are no more. */
  onMore: (() => void) | null;
}

/** All pages of a document one below the other, as pictures; the browser loads those near the eye. */
export function PicturePages({ preview, title, onMore }: Props) {
  const { t } = useTranslation('evidence');
  // t('evidence:view.drawMore') t('evidence:view.drawingMore')
  const { pages, pageCount } = preview;
  const [zoom, setZoom] = useState(3);
  const [current, setCurrent] = useState(1);
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const width = (Math.min(760, room - 32) * (ZOOMS[zoom] ?? 100)) / 100;
  return (
    <section ref={box} className={styles.desk} aria-label={title}>
      {pages.map((page, index) => (
        <PagePicture key={page.url} page={page} number={index + 1} of={pageCount} width={width} onSeen={setCurrent} />
      ))}
      {pageCount > pages.length && (
        <div className={styles.more}>
          <p>{t('view.morePages', { count: pageCount - pages.length })}</p>
          {pages.length < MOST_PAGES && (
            <Button variant="quiet" busy={!onMore} onClick={() => onMore?.()}>
              {t(onMore ? 'view.drawMore' : 'view.drawingMore')}
            </Button>
          )}
        </div>
      )}
      <div className={styles.tools}>
        <IconButton label={t('view.smaller')} onClick={() => setZoom((now) => Math.max(0, now - 1))}>
          <IconMinus size={16} stroke={1.6} />
        </IconButton>
        <span>{ZOOMS[zoom]} %</span>
        <IconButton label={t('view.larger')} onClick={() => setZoom((now) => Math.min(ZOOMS.length - 1, now + 1))}>
          <IconPlus size={16} stroke={1.6} />
        </IconButton>
        <span className={styles.pages}>{t('view.pageOf', { page: current, total: pageCount })}</span>
      </div>
    </section>
  );
}

interface PageProps {
  page: FilePreview['pages'][number];
  number: number;
  of: number;
  width: number;
  onSeen: (page: number) => void;
}

function PagePicture({ page, number, of, width, onSeen }: PageProps) {
  const { t } = useTranslation('evidence');
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const element = picture.current;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const reading = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(number), {
      rootMargin: '-40% 0px -50% 0px',
    });
    reading.observe(element);
    return () => reading.disconnect();
  }, [number, onSeen]);
  return (
    <img
      ref={picture}
      className={styles.page}
      src={page.url}
      alt={t('view.pageOf', { page: number, total: of })}
      width={page.width}
      height={page.height}
      style={{ width }}
      loading={number > 2 ? 'lazy' : 'eager'}
    />
  );
}

function useRoom(box: React.RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(760);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return room;
}
