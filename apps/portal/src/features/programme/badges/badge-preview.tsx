import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import type { Preview, PreviewInput } from './badges.documents.js';
import { BadgeExport } from './badge-export.js';
import { pictureAddress, usePreview } from './use-preview.js';
import styles from './studio.module.css';

/** Every size on light and dark, on paper and in one ink, and what is found about it. */
export function BadgePreview({ input, name }: { input: PreviewInput; name: string }) {
  const { t } = useTranslation('studio');
  const { preview, error, retry } = usePreview(input);
  if (error && !preview) return <ErrorState onRetry={retry} />;
  if (!preview) return <LoadingRows />;
  const picture = (cut: string, scale = 'FULL') =>
    pictureAddress(preview.pictures.find((each) => each.cut === cut && each.scale === scale)?.svg ?? '');
  const sizes = (
    <>
      <img src={picture('INK')} width={96} height={96} alt="" />
      <img src={picture('INK', 'SMALL')} width={48} height={48} alt="" />
      <img src={picture('INK', 'TINY')} width={24} height={24} alt="" />
    </>
  );
  return (
    <section className={styles.preview} aria-label={t('preview.title')}>
      <div className={styles.large}>
        <img src={picture('INK')} width={280} height={280} alt={t('preview.alt', { name })} />
      </div>
      <dl className={styles.grounds}>
        <Ground label={t('preview.light')} ground="light">
          {sizes}
        </Ground>
        <Ground label={t('preview.dark')} ground="dark">
          {sizes}
        </Ground>
        <Ground label={t('preview.paper')} ground="paper">
          <img src={picture('PAPER')} width={96} height={96} alt="" />
        </Ground>
        <Ground label={t('preview.oneInk')} ground="paper">
          <img src={picture('ONE_INK')} width={96} height={96} alt="" />
        </Ground>
      </dl>
      <Findings findings={preview.findings} />
      <BadgeExport preview={preview} name={name} />
    </section>
  );
}

function Ground({ label, ground, children }: { label: string; ground: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-ground={ground}>{children}</dd>
    </div>
  );
}

const SHAPES = { REFUSED: IconX, WARNING: IconAlertTriangle, GOOD: IconCheck };

function Findings({ findings }: { findings: Preview['findings'] }) {
  const { t } = useTranslation('studio');
  const order = ['REFUSED', 'WARNING', 'GOOD'];
  const sorted = [...findings].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return (
    <>
      <h2 className={styles.findingsHead}>{t('findings.title')}</h2>
      <ul className={styles.findings} aria-live="polite">
        {sorted.map(({ verdict, message }) => {
          const Shape = SHAPES[verdict];
          return (
            // t('studio:findings.REFUSED') t('studio:findings.WARNING') t('studio:findings.GOOD')
            <li key={message} data-verdict={verdict}>
              <Shape size={16} stroke={1.6} aria-hidden />
              <span>
                <b className={verdict === 'GOOD' ? 'visually-hidden' : undefined}>{t(`findings.${verdict}`)}</b>{' '}
                {message}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
