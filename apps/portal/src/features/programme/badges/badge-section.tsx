import { useApolloClient, useQuery } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useResultMutation } from '../../../lib/result.js';
import { DRAFT_CHECKS } from '../designer/designer.documents.js';
import { BadgePreview } from './badge-preview.js';
import { BADGE_DESIGN, BRAND_KIT, type Choices, type Design, SAVE_DESIGN, type Template } from './badges.documents.js';
import { SavedHead } from './saved-head.js';
import { SlotFields } from './slot-fields.js';
import { HALLMARK_SLOTS, slotsOf } from './templates-part.js';
import { useSaved } from './use-saved.js';
import styles from './studio.module.css';

interface Props {
  version: { id: string; state: string };
  name: string;
  readOnly: boolean;
}

/** How the badge of this version looks: its template, and what it does otherwise. */
export function BadgeSection({ version, name, readOnly }: Props) {
  const { data, error, refetch } = useQuery(BADGE_DESIGN, { variables: { id: version.id } });
  const kit = useQuery(BRAND_KIT).data?.brandKit;
  const design = data?.achievementVersion?.badgeDesign;
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data || !kit || !design) return <LoadingRows />;
  return (
    <DesignForm
      key={version.id}
      {...{ version, name, readOnly, design }}
      templates={data.badgeTemplates}
      kitInks={kit.inks}
      reload={async () => (await refetch()).data?.achievementVersion?.badgeDesign ?? undefined}
    />
  );
}

interface FormProps extends Props {
  design: Design;
  templates: readonly Template[];
  kitInks: Parameters<typeof SlotFields>[0]['kitInks'];
  reload: () => Promise<Design | undefined>;
}

interface Value {
  templateId: string | null;
  choices: Choices;
}

function DesignForm({ version, name, readOnly, design, templates, kitInks, reload }: FormProps) {
  const { t } = useTranslation('studio');
  const client = useApolloClient();
  const [save] = useResultMutation(SAVE_DESIGN);
  const state = useSaved<Value>(valueOf(design), design.revision, async (value, expectedRevision) => {
    const outcome = await save({ achievementVersionId: version.id, expectedRevision, ...value });
    // The rail shows what is still open; what cannot be drawn is one of those points. Nothing else is read again: an
    // answer that is late would undo what was done in another section meanwhile.
    if (outcome.ok)
      void client
        .query({ query: DRAFT_CHECKS, variables: { id: version.id }, fetchPolicy: 'network-only' })
        .catch(() => undefined);
    return outcome;
  });
  const { value, change } = state;
  // t('studio:section.struck') t('studio:section.readOnly')
  const template = templates.find(({ id }) => id === value.templateId);
  return (
    <div className={styles.section}>
      <div className={styles.form}>
        {readOnly ? (
          <Note>{t(design.struckAt ? 'section.struck' : 'section.readOnly')}</Note>
        ) : (
          <SavedHead
            state={state}
            onTheirs={() =>
              void reload().then((theirs) => theirs && state.takeTheirs(valueOf(theirs), theirs.revision))
            }
          />
        )}
        <Select
          label={t('templates.label')}
          description={
            <>
              {t('section.templateHint')} <TextLink to="/programme/badges/templates">{t('section.studio')}</TextLink>
            </>
          }
          data={[
            { value: '', label: t('templates.hallmark') },
            ...templates.map(({ id, name: each }) => ({ value: id, label: each })),
          ]}
          value={value.templateId ?? ''}
          allowDeselect={false}
          disabled={readOnly}
          onChange={(id) => change({ ...value, templateId: id || null })}
        />
        <TextInput
          label={t('section.title')}
          description={t('section.titleHint')}
          value={value.choices.title ?? ''}
          disabled={readOnly}
          onChange={({ target }) => change({ ...value, choices: { ...value.choices, title: target.value || null } })}
        />
        <SlotFields
          value={value.choices}
          follows={template ? slotsOf(template) : HALLMARK_SLOTS}
          kitInks={kitInks}
          readOnly={readOnly}
          onChange={(choices) => change({ ...value, choices: { ...value.choices, ...choices } })}
        />
      </div>
      <BadgePreview
        name={value.choices.title || name}
        input={{ achievementVersionId: version.id, ...(readOnly ? {} : value) }}
      />
    </div>
  );
}

function valueOf({ template, choices: { shape, ring, band, centre, icon, type, marks, title, inks } }: Design): Value {
  const colours = inks && { ground: inks.ground, gilt: inks.gilt, line: inks.line, text: inks.text };
  return {
    templateId: template?.id ?? null,
    choices: { shape, ring, band, centre, icon, type, marks: marks ? [...marks] : null, title, inks: colours },
  };
}
