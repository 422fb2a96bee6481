import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/chip.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import type { Asked } from './home.documents.js';
import styles from './home-rail.module.css';

const MOST = 4;

interface Ask {
  key: string;
  kind: 'endorse' | 'mentor' | 'witness';
  about: string | null;
  name: string | undefined;
  askedAt: string;
}

/** What colleagues wait for: only what can still be answered, whoever waits longest first. */
export function asksOf(asked: Asked | undefined): Ask[] {
  if (!asked) return [];
  return [
    ...asked.endorsementsAskedOfMe
      .filter(({ viewerCan }) => viewerCan.includes('answer'))
      .map(({ id, achievementName, holder, askedAt }) => ({
        ...{ key: id, kind: 'endorse' as const, about: achievementName, name: holder?.displayName, askedAt },
      })),
    ...asked.askedOfMe
      .filter(({ state }) => state === 'WAITING')
      .map(({ id, about, owner, askedAt }) => ({
        ...{ key: id, kind: 'witness' as const, about, name: owner?.displayName, askedAt },
      })),
    ...asked.mentoringAskedOfMe
      .filter(({ state }) => state === 'WAITING')
      .map(({ submissionId, achievementName, candidate, askedAt }) => ({
        ...{
          key: submissionId,
          kind: 'mentor' as const,
          about: achievementName,
          name: candidate?.displayName,
          askedAt,
        },
      })),
  ].sort((a, b) => a.askedAt.localeCompare(b.askedAt));
}

/** The first of them; the rest stands on the page of its own. */
export function AskedOfYou({ asks }: { asks: readonly Ask[] }) {
  const { t } = useTranslation('home');
  const { day } = useFormat();
  // t('home:asked.endorse') t('home:asked.mentor') t('home:asked.witness') t('home:asked.somebody')
  return (
    <>
      {asks.slice(0, MOST).map(({ key, kind, about, name, askedAt }) => (
        <div key={key} className={styles.item}>
          <div className={styles.line}>
            <strong>{about ?? t(`asked.${kind}`)}</strong>
            <Chip tone="accent">{t('asked.chip')}</Chip>
          </div>
          <p>
            {t(`asked.${kind}`)} · {t('asked.by', { name: name ?? t('asked.somebody'), day: day(askedAt) })}
          </p>
          <TextLink to="/growth/asked">{t('asked.answer')}</TextLink>
        </div>
      ))}
      {asks.length > MOST && (
        <div className={styles.item}>
          <TextLink to="/growth/asked">{t('asked.more', { count: asks.length - MOST })}</TextLink>
        </div>
      )}
    </>
  );
}
