import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { KeyValues } from '../../../components/key-values.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { Tabs } from '../../../components/tabs.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { StateWord } from '../state-word.js';
import { FRAMEWORK, type Framework } from './framework.documents.js';
import { FrameworkFigures } from './framework-figures.js';
import { FrameworkRoles } from './framework-roles.js';
import { FrameworkSkills } from './framework-skills.js';
import { PublishFrameworkDialog } from './publish-framework-dialog.js';
import styles from './framework.module.css';

/** One framework: its skills, its job architecture, and on what terms it may be used. */
export function FrameworkPage() {
  const { t } = useTranslation('programme');
  const { id = '', part } = useParams();
  const { data, error, refetch } = useQuery(FRAMEWORK, { variables: { id } });
  const [publishing, setPublishing] = useState(false);
  const framework = data?.framework;
  const base = `/programme/frameworks/${id}`;

  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (!framework)
    return (
      <EmptyState alone title={t('framework.none')}>
        {t('framework.noneBody')}
      </EmptyState>
    );
  return (
    <Page title={framework.title} width="reading">
      <PageHeader
        title={framework.title}
        above={
          <>
            <TextLink to="/programme">{t('home.title')}</TextLink>
            <span aria-hidden>·</span>
            <StateWord state={framework.state} />
            <span aria-hidden>·</span>
            <span>{t('framework.version', { publisher: framework.publisher, version: framework.version })}</span>
          </>
        }
        acts={
          framework.state === 'DRAFT' &&
          framework.viewerCan.includes('publish') && (
            <Button variant="primary" size="large" onClick={() => setPublishing(true)}>
              {t('framework.publish')}
            </Button>
          )
        }
        tabs={
          <Tabs
            label={framework.title}
            tabs={[
              { to: base, label: t('framework.skills'), end: true, count: framework.counts.skills },
              { to: `${base}/roles`, label: t('framework.roles'), count: framework.counts.jobRoles },
              { to: `${base}/terms`, label: t('framework.terms') },
            ]}
          />
        }
      />
      {part === 'roles' ? (
        <FrameworkRoles id={id} />
      ) : part === 'terms' ? (
        <Terms framework={framework} />
      ) : (
        <FrameworkSkills id={id} />
      )}
      <footer className={styles.foot}>
        {framework.attribution} {framework.licence}
      </footer>
      {publishing && <PublishFrameworkDialog framework={framework} onClose={() => setPublishing(false)} />}
    </Page>
  );
}

function Terms({ framework }: { framework: Framework }) {
  const { t } = useTranslation('programme');
  const { date } = useFormat();
  return (
    <>
      <FrameworkFigures counts={framework.counts} levels={framework.scale.levels.map((level) => level.label)} />
      <KeyValues
        items={[
          { name: t('import.fields.publisher'), value: framework.publisher },
          { name: t('import.fields.version'), value: framework.version },
          { name: t('import.fields.licence'), value: framework.licence },
          { name: t('import.fields.attribution'), value: framework.attribution },
          {
            name: t('import.fields.sourceUrl'),
            value: framework.sourceUrl ? (
              <a href={framework.sourceUrl} rel="noreferrer noopener" target="_blank">
                {framework.sourceUrl}
              </a>
            ) : (
              '–'
            ),
          },
          { name: t('framework.imported'), value: date(framework.createdAt) },
          { name: t('framework.published'), value: framework.publishedAt ? date(framework.publishedAt) : '–' },
        ]}
      />
    </>
  );
}
