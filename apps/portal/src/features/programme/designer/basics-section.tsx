import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.js';
import { SkillsEditor } from './skills-editor.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

/** What it is called, what it is about, and which skills it proves at which levels. */
export function BasicsSection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  return (
    <div className={styles.form}>
      <TextInput
        label={t('basics.name')}
        data-field="name"
        value={draft.name}
        readOnly={readOnly}
        required
        onChange={(event) => change('name', event.currentTarget.value)}
      />
      <Textarea
        label={t('basics.description')}
        description={t('basics.descriptionHint')}
        data-field="description"
        value={draft.description}
        readOnly={readOnly}
        minRows={4}
        onChange={(event) => change('description', event.currentTarget.value)}
      />
      <SkillsEditor skills={draft.skills} readOnly={readOnly} onChange={(skills) => change('skills', skills)} />
    </div>
  );
}
