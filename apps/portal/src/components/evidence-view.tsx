import { IconExternalLink, IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../lib/code-language.js';
import { DrawnFile, type EvidenceFile } from './drawn-file.js';
import styles from './evidence-view.module.css';
import type { EvidenceKind } from './evidence-kind.js';
import { PaperText } from './paper-text.js';
import { type SaidByWitness, StatementView } from './statement-view.js';

/** What can be looked at, wherever it comes from: the library or a frozen copy. */
export interface EvidenceContent {
  kind: EvidenceKind;
  title: string;
  url?: string | null;
  text?: string | null;
  keptAt?: string | null;
  statement?: SaidByWitness | null;
  file?: EvidenceFile | null;
}

/** Shows one piece of evidence as it was handed in: on paper, also in the dark theme. */
export function EvidenceView({ content }: { content: EvidenceContent }) {
  if (content.kind === 'TEXT') return <PaperText source={{ text: content.text ?? '' }} markdown />;
  if (content.kind === 'LINK') return <LinkCard title={content.title} url={content.url ?? ''} />;
  if (content.kind === 'WITNESS' || content.kind === 'ATTESTED')
    return <StatementView title={content.title} keptAt={content.keptAt ?? null} said={content.statement ?? null} />;
  return content.file ? <FileView title={content.title} file={content.file} /> : null;
}

/** Texts and videos as they are, everything else as pictures that the server drew. */
function FileView({ title, file }: { title: string; file: EvidenceFile }) {
  const { t } = useTranslation('evidence');
  if (file.isWithheld && /^(video|audio)\//.test(file.mediaType))
    return (
      <div className={styles.card}>
        <IconFileOff size={20} stroke={1.6} aria-hidden />
        <div>
          <p className={styles.cardTitle}>{file.name}</p>
          <p>{t('view.withheldRecording')}</p>
        </div>
      </div>
    );
  if (file.mediaType.startsWith('video/'))
    return (
      <div className={styles.desk}>
        {/* A recording of somebody's work comes without captions; the reflection beside it says what it shows. */}
        <video className={styles.video} src={file.url} controls preload="metadata" aria-label={title}>
          <track kind="captions" />
        </video>
      </div>
    );
  if (file.mediaType.startsWith('audio/'))
    return (
      <div className={styles.desk}>
        <audio src={file.url} controls preload="metadata" aria-label={title}>
          <track kind="captions" />
        </audio>
      </div>
    );
  if (file.mediaType.startsWith('text/'))
    return (
      <PaperText
        key={file.url}
        source={{ url: file.url }}
        markdown={file.mediaType === 'text/markdown'}
        language={languageOf(file.name)}
      />
    );
  return <DrawnFile key={file.url} title={title} file={file} />;
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
