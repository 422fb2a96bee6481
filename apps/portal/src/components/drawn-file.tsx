import { IconAlertTriangle, IconDownload, IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FilePreview, useFilePreview } from '../lib/file-preview.js';
import { useFormat } from '../lib/format.js';
import styles from './evidence-view.module.css';
import { PicturePages } from './picture-pages.js';
import { LoadingRows } from './states.js';

export interface EvidenceFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  url: string;
  previewUrl: string | null;
  preview?: FilePreview | null;
  /** The original may say whose it is, and the viewer judges without knowing that. */
  isWithheld?: boolean | null;
}

/** A file as the server drew it: its own bytes are never opened in the browser. */
export function DrawnFile({ title, file }: { title: string; file: EvidenceFile }) {
  const { t } = useTranslation('evidence');
  const { preview, more } = useFilePreview(file);
  if (!preview) return <LoadingRows rows={5} />;
  if (preview.state === 'BEING_MADE') return <output className={styles.waiting}>{t('view.beingMade')}</output>;
  const picture = preview.pages[0];
  if (preview.state !== 'READY' || !picture) return <NoPreview file={file} preview={preview} />;
  if (file.mediaType.startsWith('image/'))
    return (
      <div className={styles.desk}>
        <img className={styles.image} src={picture.url} alt={title} width={picture.width} height={picture.height} />
      </div>
    );
  return (
    <>
      {preview.activeContent && <ActiveContent />}
      <PicturePages preview={preview} title={title} onMore={more} />
    </>
  );
}

function ActiveContent() {
  const { t } = useTranslation('evidence');
  return (
    <p className={styles.caution}>
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
      <span>{t('view.activeContent')}</span>
    </p>
  );
}

function NoPreview({ file, preview }: { file: EvidenceFile; preview: FilePreview }) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  // t('evidence:view.no.DAMAGED') t('evidence:view.no.PROTECTED') t('evidence:view.no.TOO_LARGE')
  // t('evidence:view.no.TOO_HEAVY') t('evidence:view.no.NOT_DRAWN') t('evidence:view.no.FAILED')
  return (
    <>
      {preview.activeContent && <ActiveContent />}
      <div className={styles.card}>
        <IconFileOff size={20} stroke={1.6} aria-hidden />
        <div>
          <p className={styles.cardTitle}>{file.name}</p>
          <p>{t(`view.no.${preview.reason ?? 'FAILED'}`)}</p>
          {file.isWithheld && <p>{t('view.withheld')}</p>}
          {!file.isWithheld && !file.mediaType.startsWith('image/') && (
            <a className={styles.cardLink} href={file.url} download>
              <IconDownload size={16} stroke={1.6} aria-hidden />
              {t('view.download', { size: format.bytes(file.bytes) })}
            </a>
          )}
        </div>
      </div>
    </>
  );
}
