import { IconDownload, IconExternalLink, IconFileOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import styles from './evidence-view.module.css';
import { PaperText } from './paper-text.js';
import { LoadingRows } from './states.js';

const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.js')).PdfPages }));

/** What can be looked at, wherever it comes from: the library or a frozen copy. */
export interface EvidenceContent {
  kind: 'FILE' | 'LINK' | 'TEXT';
  title: string;
  url?: string | null;
  text?: string | null;
  file?: { id: string; name: string; mediaType: string; bytes: number; url: string; previewUrl: string | null } | null;
}

/** Shows one piece of evidence as it was handed in: on paper, also in the dark theme. */
export function EvidenceView({ content }: { content: EvidenceContent }) {
  if (content.kind === 'TEXT') return <PaperText source={{ text: content.text ?? '' }} markdown />;
  if (content.kind === 'LINK') return <LinkCard title={content.title} url={content.url ?? ''} />;
  return content.file ? <FileView title={content.title} file={content.file} /> : null;
}

function FileView({ title, file }: { title: string; file: NonNullable<EvidenceContent['file']> }) {
  const preview = file.previewUrl;
  if (!preview) return <NoPreview file={file} />;
  if (file.mediaType.startsWith('image/'))
    return (
      <div className={styles.desk}>
        <img className={styles.image} src={preview} alt={title} />
      </div>
    );
  if (file.mediaType.startsWith('video/'))
    return (
      <div className={styles.desk}>
        {/* A recording of somebody's work comes without captions; the reflection beside it says what it shows. */}
        <video className={styles.video} src={preview} controls preload="metadata" aria-label={title}>
          <track kind="captions" />
        </video>
      </div>
    );
  if (file.mediaType === 'application/pdf')
    return (
      <Suspense fallback={<LoadingRows rows={5} />}>
        <PdfPages key={preview} url={preview} title={title} />
      </Suspense>
    );
  return <PaperText key={preview} source={{ url: preview }} markdown={file.mediaType === 'text/markdown'} />;
}

function NoPreview({ file }: { file: NonNullable<EvidenceContent['file']> }) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  return (
    <div className={styles.card}>
      <IconFileOff size={20} stroke={1.6} aria-hidden />
      <div>
        <p className={styles.cardTitle}>{file.name}</p>
        <p>{t('view.noPreview')}</p>
        <a className={styles.cardLink} href={file.url} download>
          <IconDownload size={16} stroke={1.6} aria-hidden />
          {t('view.download', { size: format.bytes(file.bytes) })}
        </a>
      </div>
    </div>
  );
}

function LinkCard({ title, url }: { title: string; url: string }) {
  const { t } = useTranslation('evidence');
  return (
    <div className={styles.card}>
      <IconExternalLink size={20} stroke={1.6} aria-hidden />
      <div>
        <p className={styles.cardTitle}>{title}</p>
        <p className={styles.address}>{url}</p>
        <p>{t('view.linkHint')}</p>
        <a className={styles.cardLink} href={url} target="_blank" rel="noreferrer noopener">
          {t('view.openLink', { host: hostOf(url) })}
        </a>
      </div>
    </div>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
