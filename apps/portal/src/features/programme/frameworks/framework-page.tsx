import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { Tabs } from '../../../components/tabs.js';
import { TextLink } from '../../../components/text-link.js';
import { useViewer } from '../../../lib/viewer.js';
import { StateWord } from '../state-word.js';
import { FRAMEWORK } from './framework.documents.js';
import { FrameworkCopying } from './framework-copying.js';
import { FrameworkDifferences } from './framework-differences.js';
import { FrameworkDoor } from './framework-door.js';
import { FrameworkExport } from './framework-export.js';
import { FrameworkRoles } from './framework-roles.js';
import { FrameworkSkills } from './framework-skills.js';
import { FrameworkTerms } from './framework-terms.js';
import { FrameworkVersions, NextVersionAct } from './framework-versions.js';
import { LevelMoves } from './level-moves.js';
import { ProposeSkillDialog } from './propose-skill-dialog.js';
import { PublishFrameworkDialog } from './publish-framework-dialog.js';
import { SkillWorkspace } from './skill-workspace.js';
import styles from './framework.module.css';

// t('frameworks:propose.open') t('frameworks:tabs.differences') t('frameworks:tabs.list')

const LOOK_AGAIN = 800;

/** One framework: its skills, its job architecture, and on what terms it may be used. */
export function FrameworkPage() {
  const { t } = useTranslation('programme');
  const { id = '', part } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(FRAMEWORK, { variables: { id } });
  const keeping = useTranslation('frameworks').t;
  const roles = useTranslation('roles').t;
  const keeps = useViewer().may('framework.manage');
  const [dialog, setDialog] = useState<'publish' | 'propose' | null>(null);
  const framework = data?.framework;
  const base = `/programme/frameworks/${id}`;
  const copying = framework?.contentState === 'COPYING';
  const whole = framework?.contentState === 'WHOLE';
  useEffect(() => {
    if (!copying) return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [copying, startPolling, stopPolling]);

  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (!framework)
    return (
      <EmptyState alone title={t('framework.none')}>
        {t('framework.noneBody')}
      </EmptyState>
    );
  return (
    <Page title={framework.title} width="reading" record={framework.id}>
      <PageHeader
        title={framework.title}
        above={
          <>
            <TextLink to="/programme/frameworks">{t('frameworks.title')}</TextLink>
            <span aria-hidden>·</span>
            <StateWord state={framework.state} />
            <span aria-hidden>·</span>
            <span>{t('framework.version', { publisher: framework.publisher, version: framework.version })}</span>
            <FrameworkVersions framework={framework} part={part} />
          </>
        }
        acts={
          <>
            {whole && <FrameworkExport framework={framework} />}
            {whole && framework.state !== 'SUPERSEDED' && (
              <Button onClick={() => setDialog('propose')}>{keeping('propose.open')}</Button>
            )}
            {framework.state === 'DRAFT' && framework.viewerCan.includes('publish') && (
              <Button variant="primary" size="large" onClick={() => setDialog('publish')}>
                {t('framework.publish')}
              </Button>
            )}
            {framework.viewerCan.includes('startNextVersion') && <NextVersionAct framework={framework} />}
          </>
        }
        tabs={
          whole && (
            <Tabs
              label={framework.title}
              tabs={[
                { to: base, label: t('framework.skills'), end: true, count: framework.counts.skills },
                { to: `${base}/list`, label: keeping('tabs.list') },
                { to: `${base}/roles`, label: t('framework.roles'), count: framework.counts.jobRoles },
                ...(framework.versions.length > 1
                  ? [{ to: `${base}/differences`, label: keeping('tabs.differences') }]
                  : []),
                ...(framework.versions.length > 1 && keeps ? [{ to: `${base}/moves`, label: roles('moves.tab') }] : []),
                { to: `${base}/terms`, label: t('framework.terms') },
              ]}
            />
          )
        }
      />
      {!whole ? (
        <FrameworkCopying framework={framework} />
      ) : part === 'roles' ? (
        <FrameworkRoles id={id} />
      ) : part === 'terms' ? (
        <>
          <FrameworkTerms key={id} framework={framework} />
          <FrameworkDoor framework={framework} />
        </>
      ) : part === 'moves' ? (
        <LevelMoves key={id} frameworkId={id} />
      ) : part === 'differences' ? (
        <FrameworkDifferences framework={framework} />
      ) : part === 'list' ? (
        <FrameworkSkills id={id} />
      ) : (
        <SkillWorkspace key={id} framework={framework} />
      )}
      <footer className={styles.foot}>
        {framework.attribution} {framework.licence}
      </footer>
      {dialog === 'publish' && <PublishFrameworkDialog framework={framework} onClose={() => setDialog(null)} />}
      {dialog === 'propose' && <ProposeSkillDialog frameworkId={framework.id} onClose={() => setDialog(null)} />}
    </Page>
  );
}
