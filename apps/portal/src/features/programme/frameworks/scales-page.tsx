import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { LevelTile } from '../../../components/level-tile.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { CrosswalkForm } from './crosswalk-form.js';
import { AGREE_CROSSWALK, CROSSWALKS, type Crosswalk } from './crosswalk.documents.js';
import styles from './waiting.module.css';

/** What the levels of different scales mean to each other: written by one, agreed by another, only ever suggested. */
export function ScalesPage() {
  const { t } = useTranslation('frameworks');
  const keeps = useViewer().may('framework.manage');
  const { data, error, refetch } = useQuery(CROSSWALKS);
  const [writing, setWriting] = useState<Crosswalk | 'new' | null>(null);
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  const { scaleCrosswalks: crosswalks, scalesInUse: scales } = data;
  // t('frameworks:scales.oneScale') t('frameworks:scales.noneBody')
  return (
    <Page title={t('scales.title')} width="reading">
      <PageHeader
        title={t('scales.title')}
        above={<TextLink to="/programme/frameworks">{t('waiting.back')}</TextLink>}
        below={t('scales.below')}
        acts={
          keeps &&
          !writing && (
            <Button variant="primary" size="large" disabled={scales.length < 2} onClick={() => setWriting('new')}>
              {t('scales.write')}
            </Button>
          )
        }
      />
      {writing && (
        <CrosswalkForm
          scales={scales}
          crosswalks={crosswalks}
          begun={writing === 'new' ? null : writing}
          onClose={() => setWriting(null)}
        />
      )}
      {!writing && crosswalks.length === 0 && (
        <EmptyState title={t('scales.none')}>{t(scales.length < 2 ? 'scales.oneScale' : 'scales.noneBody')}</EmptyState>
      )}
      {!writing &&
        crosswalks.map((crosswalk) => (
          <CrosswalkView key={crosswalk.id} crosswalk={crosswalk} onWrite={() => setWriting(crosswalk)} />
        ))}
    </Page>
  );
}

function CrosswalkView({ crosswalk, onWrite }: { crosswalk: Crosswalk; onWrite: () => void }) {
  const { t } = useTranslation('frameworks');
  const { date } = useFormat();
  const toast = useToast();
  const [agree, { loading, refusal, failed }] = useResultMutation(AGREE_CROSSWALK, { refetch: ['ScaleCrosswalks'] });
  const { fromScale, toScale, pairs, viewerCan } = crosswalk;
  return (
    <Section
      title={`${fromScale.name} → ${toScale.name}`}
      voice="record"
      aside={crosswalk.state === 'AGREED' ? t('scales.agreed') : t('scales.draft')}
    >
      <div className={styles.walk}>
        <p>{crosswalk.reason}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{fromScale.name}</th>
              <th scope="col">{toScale.name}</th>
            </tr>
          </thead>
          <tbody>
            {fromScale.levels.map((level) => {
              const means = pairs.find(({ from }) => from === level.ordinal)?.to ?? [];
              return (
                <tr key={level.id}>
                  <th scope="row">
                    <span className={styles.tiles}>
                      <LevelTile level={level.ordinal} size="small" /> {level.label}
                    </span>
                  </th>
                  <td>
                    <span className={styles.tiles}>
                      {means.length === 0 && t('scales.cannotSay')}
                      {toScale.levels
                        .filter(({ ordinal }) => means.includes(ordinal))
                        .map((other) => (
                          <span key={other.id} className={styles.tiles}>
                            <LevelTile level={other.ordinal} size="small" /> {other.label}
                          </span>
                        ))}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className={styles.quiet}>
          {t('scales.writtenBy', { name: crosswalk.writtenBy?.displayName, date: date(crosswalk.writtenAt) })}{' '}
          {crosswalk.agreedAt &&
            t('scales.agreedBy', { name: crosswalk.agreedBy?.displayName, date: date(crosswalk.agreedAt) })}
        </p>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          {viewerCan.includes('agree') && (
            <Button
              variant="accent"
              busy={loading}
              onClick={() =>
                void agree({ id: crosswalk.id, expectedRevision: crosswalk.revision }).then(
                  ({ ok }) => ok && toast(t('scales.nowAgreed')),
                )
              }
            >
              {t('scales.agree')}
            </Button>
          )}
          {viewerCan.includes('edit') && <Button onClick={onWrite}>{t('scales.edit')}</Button>}
        </div>
      </div>
    </Section>
  );
}
