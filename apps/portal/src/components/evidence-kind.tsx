import {
  IconBuildingWarehouse,
  IconFileText,
  IconLink,
  IconNotes,
  IconPhoto,
  IconPresentation,
  IconTable,
  IconUserCheck,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './evidence-kind.module.css';

export type EvidenceKind = 'FILE' | 'LINK' | 'TEXT' | 'WITNESS' | 'ATTESTED';

interface Props {
  kind: EvidenceKind;
  mediaType?: string | null;
}

/** What kind of thing it is: an icon with its word. */
export function EvidenceKindWord({ kind, mediaType }: Props) {
  const word = useKindWord();
  return (
    <span className={styles.kind}>
      {iconOf(kind, mediaType ?? '')}
      {word({ kind, mediaType })}
    </span>
  );
}

function useKindWord() {
  const { t } = useTranslation('evidence');
  return ({ kind, mediaType }: Props): string => {
    if (kind === 'LINK') return t('kind.link');
    if (kind === 'TEXT') return t('kind.text');
    if (kind === 'WITNESS') return t('kind.witness');
    if (kind === 'ATTESTED') return t('kind.attested');
    if (mediaType === 'application/pdf') return t('kind.pdf');
    if (mediaType?.startsWith('image/')) return t('kind.image');
    if (mediaType?.startsWith('video/')) return t('kind.video');
    if (mediaType?.startsWith('audio/')) return t('kind.audio');
    if (mediaType?.startsWith('text/')) return t('kind.textFile');
    if (mediaType?.includes('sheet')) return t('kind.workbook');
    if (mediaType?.includes('presentation')) return t('kind.slides');
    return t('kind.document');
  };
}

function iconOf(kind: Props['kind'], mediaType: string) {
  const look = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  if (kind === 'LINK') return <IconLink {...look} />;
  if (kind === 'TEXT') return <IconNotes {...look} />;
  if (kind === 'WITNESS') return <IconUserCheck {...look} />;
  if (kind === 'ATTESTED') return <IconBuildingWarehouse {...look} />;
  if (mediaType.startsWith('image/')) return <IconPhoto {...look} />;
  if (mediaType.startsWith('video/')) return <IconVideo {...look} />;
  if (mediaType.includes('sheet')) return <IconTable {...look} />;
  return mediaType.includes('presentation') ? <IconPresentation {...look} /> : <IconFileText {...look} />;
}

/** The letter of an item in a submission. `quiet`: nothing linked yet. */
export function EvidenceLetter({
  letter,
  tone = 'ink',
}: {
  letter: string;
  tone?: 'ink' | 'linked' | 'fix' | 'quiet';
}) {
  return <span className={`${styles.letter} ${styles[tone]}`}>{letter}</span>;
}
