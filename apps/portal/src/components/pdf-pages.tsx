import 'react-pdf/dist/Page/TextLayer.css';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Document, Page, pdfjs } from 'react-pdf';
import { IconButton } from './button.js';
import styles from './pdf-pages.module.css';
import { ErrorState, LoadingRows } from './states.js';

// From our own origin: no document leaves for somebody else's viewer.
pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

const ZOOMS = [50, 67, 80, 100, 110, 125, 150, 200] as const;

/** All pages of a PDF one below the other; only those near the eye are drawn. */
export function PdfPages({ url, title }: { url: string; title: string }) {
  const { t } = useTranslation('evidence');
  const [pages, setPages] = useState(0);
  const [zoom, setZoom] = useState(3);
  const [current, setCurrent] = useState(1);
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const width = (Math.min(760, room - 32) * (ZOOMS[zoom] ?? 100)) / 100;
  return (
    <section ref={box} className={styles.desk} aria-label={title}>
      <Document
        file={url}
        onLoadSuccess={({ numPages }) => setPages(numPages)}
        loading={<LoadingRows rows={6} />}
        error={<ErrorState>{t('view.failed')}</ErrorState>}
      >
        {Array.from({ length: pages }, (_, index) => (
          <LazyPage key={index} number={index + 1} width={width} onSeen={setCurrent} />
        ))}
      </Document>
      {pages > 0 && (
        <div className={styles.tools}>
          <IconButton label={t('view.smaller')} onClick={() => setZoom((now) => Math.max(0, now - 1))}>
            <IconMinus size={16} stroke={1.6} />
          </IconButton>
          <span>{ZOOMS[zoom]} %</span>
          <IconButton label={t('view.larger')} onClick={() => setZoom((now) => Math.min(ZOOMS.length - 1, now + 1))}>
            <IconPlus size={16} stroke={1.6} />
          </IconButton>
          <span className={styles.pages}>{t('view.pageOf', { page: current, total: pages })}</span>
        </div>
      )}
    </section>
  );
}

function LazyPage({ number, width, onSeen }: { number: number; width: number; onSeen: (page: number) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number <= 2);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const approaching = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '800px 0px',
    });
    const reading = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(number), {
      rootMargin: '-40% 0px -50% 0px',
    });
    approaching.observe(element);
    reading.observe(element);
    return () => {
      approaching.disconnect();
      reading.disconnect();
    };
  }, [number, onSeen]);
  return (
    <div ref={place} className={styles.page} style={{ width, minHeight: width * 1.3 }}>
      {near && <Page pageNumber={number} width={width} renderAnnotationLayer={false} loading={null} />}
    </div>
  );
}

function useRoom(box: React.RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(760);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return room;
}
