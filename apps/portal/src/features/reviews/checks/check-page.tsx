import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useViewer } from '../../../lib/viewer.js';
import { JudgedExemplar } from '../calibration/judged-exemplar.js';
import styles from '../quality.module.css';
import { CHECK, type Check } from './checks.documents.js';

/** A check among live work once it is over: what it was, and where one differs from what the work is worth. */
export function CheckPage() {
  const { t } = useTranslation('quality');
  const { checkId = '' } = useParams();
  const { data, error, refetch } = useQuery(CHECK, { variables: { id: checkId } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  if (!data.liveCheck)
    return (
      <ErrorState alone title={t('check.gone')}>
        {t('check.goneBody')}
      </ErrorState>
    );
  return <CheckWork check={data.liveCheck} />;
}

function CheckWork({ check }: { check: Check }) {
  const { t } = useTranslation('quality');
  const { date } = useFormat();
  const { person: me } = useViewer();
  const own = check.person?.id === me.id;
  const title = t('check.title', { name: check.version?.name ?? '' });
  return (
    <Page title={title} record={check.id}>
      <PageHeader
        title={title}
        above={<TextLink to="/reviews/calibration">{t('calibration.title')}</TextLink>}
        below={
          own
            ? date(check.endedAt)
            : t('check.byOther', { name: check.person?.displayName ?? '', date: date(check.endedAt) })
        }
        acts={own && <LinkButton to="/reviews">{t('check.toQueue')}</LinkButton>}
      />
      <div className={`${styles.work} ${styles.reading}`}>
        {check.compared ? (
          <>
            <Note wide>
              {own
                ? t('check.was', { count: check.tolerance ?? 0 })
                : t('check.wasOther', { count: check.tolerance ?? 0 })}
            </Note>
            <JudgedExemplar
              criteria={check.version?.rubric.criteria ?? []}
              judged={{ within: check.within, compared: check.compared }}
              given={check.criteria}
              byOther={!own}
            />
          </>
        ) : (
          <TakenAway check={check} />
        )}
      </div>
    </Page>
  );
}

/** What was typed before the work was taken out of use, for whoever typed it. */
function TakenAway({ check }: { check: Check }) {
  const { t } = useTranslation('quality');
  const written = check.version?.rubric.criteria.flatMap((criterion) => {
    const own = check.criteria.find(({ criterionId }) => criterionId === criterion.id);
    return own && (own.comment || own.level !== null) ? [{ criterion, own }] : [];
  });
  return (
    <>
      <Note tone="amber" wide>
        {t('check.takenAway')}
      </Note>
      <Section title={t('check.written')}>
        {written?.length === 0 && <p className={styles.quiet}>{t('check.nothingWritten')}</p>}
        <ol className={styles.rows}>
          {written?.map(({ criterion, own }) => (
            <li key={criterion.id}>
              <span className={styles.name}>{criterion.title}</span>
              <p className={styles.facts}>
                <span>{criterion.levels.find(({ ordinal }) => ordinal === own.level)?.label}</span>
                <span>{own.comment}</span>
              </p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
