import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page, PageHeader, Section } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { useViewer } from '../../lib/viewer.js';
import { BADGE_USES, type BadgeUses, USE_KINDS } from './badge-use.documents.js';
import styles from './insights.module.css';
import { PeriodMenu } from './period-menu.js';
import { usePeriod } from './use-period.js';
import { UsePicture } from './use-picture.js';
import { UseTable } from './use-table.js';

/** How badges are seen, shared, downloaded and checked. Who looks is not known, and whose badge it was is not told. */
export function BadgeUsePage() {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { from, until } = usePeriod();
  const { data, previousData, error, refetch } = useQuery(BADGE_USES, { variables: { from, until } });
  const shown = (data ?? previousData)?.badgeUses;
  const period = new URLSearchParams({ ...(from && { from }), ...(until && { until }) });
  return (
    <Page title={t('places.badges')}>
      <PageHeader
        title={t('places.badges')}
        below={shown && t('below.badges', { from: date(shown.from), until: date(shown.until) })}
        acts={
          <a className={styles.export} href={`/badge-uses/export.csv?${period.toString()}`} download>
            {t('uses.csv')}
          </a>
        }
      />
      <PeriodMenu />
      <div className={styles.work}>
        {error && !shown && <ErrorState onRetry={() => void refetch()} />}
        {!error && !shown && <LoadingRows rows={8} />}
        {shown && shown.achievements.length === 0 && (
          <EmptyState title={t('uses.none')}>{t('uses.noneBody')}</EmptyState>
        )}
        {shown && shown.achievements.length > 0 && <Uses uses={shown} />}
      </div>
    </Page>
  );
}

function Uses({ uses }: { uses: BadgeUses }) {
  const { t } = useTranslation('insights');
  const [params, setParams] = useSearchParams();
  const { may } = useViewer();
  const open = may('people.read');
  const kind = USE_KINDS.find((each) => each === params.get('kind')) ?? 'VIEW';
  const choose = (next: string) =>
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        changed.set('kind', next);
        return changed;
      },
      { replace: true },
    );
  // t('insights:uses.kind.VIEW') t('insights:uses.kind.SHARE') t('insights:uses.kind.DOWNLOAD') t('insights:uses.kind.VERIFICATION')
  return (
    <>
      <Section title={t('uses.all')}>
        <UseTable
          groups={[{ ...uses.whole, name: t('uses.all') }]}
          head={t('uses.badges')}
          label={t('uses.all')}
          narrow={open ? () => ({}) : undefined}
          days={(of) =>
            `?${new URLSearchParams({ ...Object.fromEntries(params), kind: of, days: 'yes' }).toString()}#days`
          }
        />
        <div className={styles.shown}>
          <SegmentedChoice
            label={t('uses.picture')}
            value={kind}
            onChange={choose}
            options={USE_KINDS.map((value) => ({ value, label: t(`uses.kind.${value}`) }))}
          />
        </div>
        <UsePicture steps={uses.steps} step={uses.step} kind={kind} opened={params.get('days') === 'yes'} />
        <details className={styles.how}>
          <summary>{t('how')}</summary>
          <p>{t('uses.how')}</p>
        </details>
      </Section>
      <Section title={t('uses.byAchievement')}>
        <UseTable
          groups={uses.achievements}
          head={t('flow.achievement')}
          label={t('uses.byAchievement')}
          narrow={open ? (achievement) => ({ achievement }) : undefined}
        />
      </Section>
      {uses.units.length > 0 && (
        <Section title={t('uses.byUnit')}>
          <UseTable
            groups={uses.units}
            head={t('units.unit')}
            label={t('uses.byUnit')}
            narrow={open ? (unit) => ({ unit }) : undefined}
          />
        </Section>
      )}
      <p className={styles.quiet}>{t('uses.suppression')}</p>
    </>
  );
}
