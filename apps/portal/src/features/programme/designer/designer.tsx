import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { ConflictNote } from './conflict-note.js';
import { DRAFT_CHECKS, type Version } from './designer.documents.js';
import { DesignerHeader } from './designer-header.js';
import { DesignerRail } from './designer-rail.js';
import { rememberSection } from './last-section.js';
import { PublishDialog } from './publish-dialog.js';
import { SectionContent } from './section-content.js';
import { sectionOf } from './sections.js';
import { useDraft } from './use-draft.js';
import { useFieldFocus } from './use-field-focus.js';
import { useSectionKeys } from './use-section-keys.js';
import styles from './designer.module.css';

/** The workspace: one section at a time at the left, how it will read and what is open at the right. */
export function Designer({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const section = sectionOf(useParams().section);
  const [params] = useSearchParams();
  const at = params.get('at');
  const client = useApolloClient();
  const state = useDraft(version);
  const [publishing, setPublishing] = useState(false);
  const [row, setRow] = useState(0);
  const onRow = useCallback((next: number) => setRow(next), []);
  const readOnly = version.state !== 'DRAFT' || !version.viewerCan.includes('edit');
  useEffect(() => rememberSection(version.id, section), [version.id, section]);
  useSectionKeys(version.id, section);
  useFieldFocus(section === 'rubric' ? null : at, section);

  const toPublish = async () => {
    // The check reads what the API has: what is still on its way goes out first. What the last save answered may be older
    // than what another section saved since, so it is asked once more; unanswered, publishing itself says what is open.
    await state.flush();
    await client
      .query({ query: DRAFT_CHECKS, variables: { id: version.id }, fetchPolicy: 'network-only' })
      .catch(() => undefined);
    setPublishing(true);
  };

  // t('programme:designer.readOnly') t('programme:designer.fixed')
  return (
    <Page title={state.draft.name || t('designer.untitled')} record={version.id}>
      <DesignerHeader
        version={version}
        name={state.draft.name}
        saving={state.saving}
        onPublish={() => void toPublish()}
      />
      {readOnly && (
        <Note wide>
          {version.state === 'RETIRED'
            ? t('designer.retired', { reason: version.retiredReason })
            : t(version.state === 'DRAFT' ? 'designer.readOnly' : 'designer.fixed', { number: version.number })}
        </Note>
      )}
      {state.conflict && <ConflictNote state={state} conflict={state.conflict} />}
      {state.refusal && (
        <RefusalNote>
          {[state.refusal.message, ...state.refusal.problems.map((problem) => problem.message)].join(' ')}
        </RefusalNote>
      )}
      <div className={styles.workspace}>
        <div className={styles.work}>
          <SectionContent
            key={state.generation}
            section={section}
            version={version}
            state={state}
            readOnly={readOnly}
            at={at}
            onRow={onRow}
          />
        </div>
        <DesignerRail version={version} draft={state.draft} section={section} row={row} />
      </div>
      {publishing && <PublishDialog version={version} onClose={() => setPublishing(false)} />}
    </Page>
  );
}
