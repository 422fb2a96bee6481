import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { NameLink } from '../../components/text-link.js';
import { StepBar } from '../../components/timeline.js';
import type { ResultOf } from '../../lib/graphql.js';
import type { SETUP } from './administration.documents.js';
import styles from './setup-page.module.css';
import { useSetup } from './use-setup.js';

type Step = ResultOf<typeof SETUP>['setupChecklist'][number];

/** What a new installation needs before the first badge, in the order that works. */
export function SetupPage() {
  const { t } = useTranslation('administration');
  const { steps, open, error, refetch } = useSetup();
  const next = steps?.find((step) => !step.done);
  const count = steps?.length ?? 0;
  return (
    <Page title={t('setup.title')} width="reading">
      <PageHeader
        title={t('setup.heading')}
        below={steps && (open > 0 ? t('setup.lead') : t('setup.allDone'))}
        aside={
          count > 0 && (
            <div className={styles.progress}>
              <span>{t('setup.progress', { done: count - open, all: count })}</span>
              <StepBar
                steps={count}
                done={count - open}
                label={t('setup.progress', { done: count - open, all: count })}
              />
            </div>
          )
        }
      />
      {error && !steps && <ErrorState onRetry={() => void refetch()} />}
      {!steps && !error && <LoadingRows rows={6} />}
      {steps?.length === 0 && <EmptyState title={t('closed.title')}>{t('closed.body')}</EmptyState>}
      <ol className={styles.steps}>
        {steps?.map((step, index) => (
          <Item key={step.key} step={step} place={index + 1} next={step === next} />
        ))}
      </ol>
    </Page>
  );
}

function Item({ step, place, next }: { step: Step; place: number; next: boolean }) {
  const { t } = useTranslation('administration');
  return (
    <li data-done={step.done} aria-current={next ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden>
        {step.done ? <IconCheck size={16} stroke={2} /> : place}
      </span>
      <div className={styles.words}>
        <h2>
          <NameLink to={step.path}>{step.title}</NameLink>
        </h2>
        <p>{step.why}</p>
      </div>
      {next ? (
        <LinkButton variant="primary" to={step.path}>
          {t('setup.begin')}
        </LinkButton>
      ) : (
        <span className={styles.state}>{step.done ? t('setup.done') : t('setup.open')}</span>
      )}
    </li>
  );
}
