// t('badges:uses.kind.VIEW') t('badges:uses.kind.SHARE') t('badges:uses.kind.DOWNLOAD') t('badges:uses.kind.VERIFICATION')
import { useLazyQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../components/key-values.js';
import { Section } from '../../components/page.js';
import { ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { type Badge, TOLD_TO_OTHERS } from './badges.documents.js';
import styles from './use-section.module.css';

const KINDS = ['VIEW', 'SHARE', 'DOWNLOAD', 'VERIFICATION'] as const;

/** How often a badge was seen, shared, taken and checked: numbers of its own for its holder, and what others are told. */
export function UseSection({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  if (!badge.viewerCan.includes('share')) return null;
  const times = (kind: string) => badge.uses.find((use) => use.kind === kind)?.times ?? 0;
  return (
    <Section title={t('uses.title')}>
      <p className={styles.quiet}>{t('uses.body')}</p>
      <KeyValues items={KINDS.map((kind) => ({ name: t(`uses.kind.${kind}`), value: times(kind) }))} />
      {badge.useDays.length > 0 && (
        <details className={styles.more}>
          <summary>{t('uses.days')}</summary>
          <ul>
            {badge.useDays.map(({ day, kind, times: then }) => (
              <li key={`${day} ${kind}`}>
                <span>{date(day)}</span>
                <span>{t(`uses.kind.${kind}`)}</span>
                <span>{t('share.times', { count: then })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ToldToOthers id={badge.id} />
    </Section>
  );
}

/** The very lines that those who plan for everybody are shown, where this badge counts among others. */
function ToldToOthers({ id }: { id: string }) {
  const { t } = useTranslation('badges');
  const { number } = useFormat();
  const [ask, { data, error, loading }] = useLazyQuery(TOLD_TO_OTHERS);
  const groups = data?.credential?.usesToldToOthers;
  const ready = () => void ask({ variables: { id } });
  return (
    <details className={styles.more} onToggle={({ currentTarget }) => currentTarget.open && !groups && ready()}>
      <summary>{t('uses.others')}</summary>
      <p className={styles.quiet}>{t('uses.othersBody')}</p>
      {error && <ErrorState onRetry={ready} />}
      {loading && <LoadingRows rows={3} />}
      {groups && (
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                <th>{t('uses.of')}</th>
                {KINDS.map((kind) => (
                  <th key={kind}>{t(`uses.kind.${kind}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.id}>
                  <td>{group.name || t('uses.all')}</td>
                  {group.figures.map(({ kind, times }) => (
                    <td key={kind}>{times === null ? t('uses.untold') : number(times)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
