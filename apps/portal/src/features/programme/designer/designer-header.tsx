import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { PageHeader } from '../../../components/page.js';
import { type Saving, SaveState } from '../../../components/save-state.js';
import { Tabs } from '../../../components/tabs.js';
import { TextLink } from '../../../components/text-link.js';
import type { AutosaveState } from '../../../lib/autosave.js';
import type { Version } from './designer.documents.js';
import { DesignerMenu } from './designer-menu.js';
import { DraftWriters } from './draft-writers.js';
import { NextVersionAct } from './next-version-act.js';
import { SECTIONS } from './sections.js';

interface Props {
  version: Version;
  name: string;
  saving: AutosaveState;
  onPublish: () => void;
}

/** Where one is, whether it is safe, and the way to publish. */
export function DesignerHeader({ version, name, saving, onPublish }: Props) {
  const { t } = useTranslation('programme');
  const base = `/programme/achievements/${version.id}`;
  const { number, state, currentVersion } = version;
  const before = state === 'DRAFT' && currentVersion ? currentVersion.number : null;
  // t('programme:designer.kept') t('programme:designer.waits')
  // t('programme:designer.version.DRAFT') t('programme:designer.version.PUBLISHED') t('programme:designer.version.RETIRED')
  // t('programme:designer.version.SUPERSEDED')
  return (
    <PageHeader
      title={name || t('designer.untitled')}
      above={
        <>
          <TextLink to="/programme">{t('home.title')}</TextLink>
          <span aria-hidden>·</span>
          <span>{t(`designer.version.${state}`, { number })}</span>
          <DraftWriters version={version} />
          <SaveState saving={savingOf(saving, t(saving.stopped ? 'designer.waits' : 'designer.kept'))} />
        </>
      }
      acts={
        <>
          <DesignerMenu version={version} />
          {before !== null && (
            <LinkButton to={`${base}/changes`}>{t('designer.compare', { number: before })}</LinkButton>
          )}
          <LinkButton to={`/growth/achievements/${version.id}`}>{t('designer.see')}</LinkButton>
          {version.viewerCan.includes('startNextVersion') && <NextVersionAct version={version} />}
          {version.viewerCan.includes('publish') && state === 'DRAFT' && (
            <Button variant="primary" size="large" onClick={onPublish}>
              {t('designer.publish', { number })}
            </Button>
          )}
        </>
      }
      tabs={
        <Tabs
          label={t('designer.sections')}
          // t('programme:sections.basics') t('programme:sections.outcomes') t('programme:sections.rubric')
          // t('programme:sections.evidence') t('programme:sections.marking') t('programme:sections.descriptors')
          // t('programme:sections.validity') t('programme:sections.assessors') t('programme:sections.badge')
          // t('programme:sections.changes')
          tabs={SECTIONS.filter((section) => section !== 'changes' || number > 1).map((section, index) => ({
            to: index === 0 ? base : `${base}/${section}`,
            end: index === 0,
            label: t(`sections.${section}`),
          }))}
        />
      }
    />
  );
}

function savingOf(state: AutosaveState, kept: string): Saving {
  if (state.unreachable || state.stopped) return { state: 'failed', kept };
  return state.saving ? { state: 'saving' } : { state: 'saved', at: state.savedAt };
}
