import { useApolloClient } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { Section } from '../../../components/page.js';
import { SaveState } from '../../../components/save-state.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { TextLines } from '../designer/text-lines.js';
import { LEVEL_PAGE, type PageLevel } from './level.documents.js';
import styles from './level-page.module.css';
import { useRoleTexts } from './use-role-texts.js';

/** What a role and one of its levels are, in words. A level that says nothing of its own shows what the role says. */
export function RoleTexts({ level }: { level: PageLevel }) {
  const { t } = useTranslation('roles');
  const client = useApolloClient();
  const { texts, problem, saving, undo, conflict, change } = useRoleTexts(level, async () => {
    const { data } = await client.query({
      query: LEVEL_PAGE,
      variables: { id: level.id },
      fetchPolicy: 'network-only',
    });
    return data?.jobRoleLevel ?? null;
  });
  useHotkey({ keys: 'mod+z', label: t('undo'), group: t('words.title'), run: () => undo?.(), enabled: undo !== null });
  const parts = [
    { owner: 'level' as const, title: t('words.ofLevel', { name: level.name }), hint: t('words.levelHint') },
    { owner: 'role' as const, title: t('words.ofRole', { name: level.role.name }), hint: t('words.roleHint') },
  ];
  return (
    <Section
      title={t('words.title')}
      aside={
        <span className={styles.saving}>
          <SaveState
            saving={
              saving.unreachable
                ? { state: 'failed', kept: t('words.kept') }
                : saving.saving
                  ? { state: 'saving' }
                  : { state: 'saved', at: saving.savedAt }
            }
          />
          <Button
            size="small"
            icon={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
            disabled={!undo}
            onClick={() => undo?.()}
          >
            {t('undo')}
          </Button>
        </span>
      }
    >
      {problem && <RefusalNote>{problem}</RefusalNote>}
      {conflict && (
        <div role="alert">
          <Note tone="amber">{t('words.conflict')}</Note>
          <p className={styles.conflict}>
            <Button onClick={conflict.keepMine}>{t('keepMine')}</Button>
            <Button onClick={conflict.takeTheirs}>{t('takeTheirs')}</Button>
          </p>
        </div>
      )}
      {parts.map(({ owner, title, hint }, at) => (
        <fieldset key={owner} className={styles.words}>
          <legend>{title}</legend>
          <Textarea
            label={t('words.description')}
            description={hint}
            value={texts[owner].description}
            autosize
            minRows={2}
            maxLength={10_000}
            onChange={(event) => change(owner, 'description', event.currentTarget.value)}
          />
          <p className={styles.lines}>{t('words.responsibilities')}</p>
          <TextLines
            label={t('words.responsibilitiesOf', { name: title })}
            field={`${owner}.responsibilities`}
            placeholder={t('words.placeholder')}
            add={t('words.add')}
            lines={texts[owner].responsibilities}
            readOnly={false}
            quiet={at > 0}
            onChange={(lines) => change(owner, 'responsibilities', lines)}
          />
        </fieldset>
      ))}
    </Section>
  );
}
