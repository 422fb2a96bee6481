import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { Page, PageHeader } from '../../../components/page.js';
import { SaveState, type Saving } from '../../../components/save-state.js';
import { EmptyState, ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { AddSkill } from './add-skill.js';
import { RequirementGrid } from './requirement-grid.js';
import { ROLE_SHEET, type SheetRole } from './requirements.documents.js';
import styles from './requirements.module.css';
import { type Requirements, useRequirements } from './use-requirements.js';

/** What every rung of a job role asks, as a sheet: rungs are columns, skills are rows. */
export function RequirementsPage() {
  const { t } = useTranslation('roles');
  const { levelId = '' } = useParams();
  const { data, error, refetch } = useQuery(ROLE_SHEET, { variables: { levelId }, fetchPolicy: 'network-only' });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={12} />;
  const role = data.jobRoleLevel?.role;
  if (!role)
    return (
      <EmptyState alone title={t('noLevel')}>
        {t('noLevelBody')}
      </EmptyState>
    );
  return <Editor key={role.id} role={role} levelId={levelId} />;
}

function Editor({ role, levelId }: { role: SheetRole; levelId: string }) {
  const { t } = useTranslation('roles');
  const requirements = useRequirements(role, levelId);
  const editable = role.framework.viewerCan.includes('edit');
  const saving = useSaving(requirements);
  useHotkey({ keys: 'mod+z', label: t('undo'), group: t('sheet'), run: requirements.undo, enabled: editable });
  useHotkey({ keys: 'mod+y', label: t('redo'), group: t('sheet'), run: requirements.redo, enabled: editable });
  return (
    <Page title={t('requirementsOf', { name: role.name })} record={role.id}>
      <PageHeader
        title={role.name}
        above={
          <>
            <TextLink to={`/programme/roles?framework=${role.framework.id}&level=${levelId}`}>{t('title')}</TextLink>
            <span aria-hidden>·</span>
            <span>{t('frameworkNamed', { title: role.framework.title, version: role.framework.version })}</span>
            {editable && <SaveState saving={saving} />}
          </>
        }
        below={editable ? t('sheetHint', { most: role.framework.scale.levels.length }) : t('sheetPublished')}
        acts={
          editable && (
            <>
              <Button onClick={requirements.undo} disabled={!requirements.canUndo}>
                {t('undo')}
              </Button>
              <Button onClick={requirements.redo} disabled={!requirements.canRedo}>
                {t('redo')}
              </Button>
            </>
          )
        }
      />
      <div className={styles.body}>
        {requirements.conflict && <ConflictNote requirements={requirements} />}
        {requirements.refusal && <RefusalNote>{requirements.refusal}</RefusalNote>}
        <RequirementGrid requirements={requirements} editable={editable} />
        {editable && <AddSkill framework={role.framework} requirements={requirements} />}
        {editable && <p className={styles.legend}>{t('sheetLegend')}</p>}
      </div>
    </Page>
  );
}

function useSaving({ saving }: Requirements): Saving {
  const { t } = useTranslation('roles');
  if (saving.unreachable || saving.stopped) return { state: 'failed', kept: t('keptHere') };
  return saving.saving ? { state: 'saving' } : { state: 'saved', at: saving.savedAt };
}

function ConflictNote({ requirements }: { requirements: Requirements }) {
  const { t } = useTranslation('roles');
  const { number } = useFormat();
  const keys = requirements.conflict?.keys ?? [];
  const names = keys.map((key) => {
    const [levelId, skillId] = key.split(' ');
    const level = requirements.sheet.columns.find(({ id }) => id === levelId)?.name ?? '';
    const skill = requirements.sheet.rows.find(({ id }) => id === skillId)?.name ?? '';
    return t('cellNamed', { skill, level });
  });
  return (
    <Note>
      <p>
        {t('conflict', { count: keys.length })} {names.slice(0, 3).join(', ')}
        {names.length > 3 && ` (+${number(names.length - 3)})`}
      </p>
      <span className={styles.conflictActs}>
        <Button variant="accent" onClick={() => requirements.settle('mine')}>
          {t('keepMine')}
        </Button>
        <Button onClick={() => requirements.settle('theirs')}>{t('takeTheirs')}</Button>
      </span>
    </Note>
  );
}
