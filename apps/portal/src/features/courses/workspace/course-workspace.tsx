import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { Button, LinkButton } from '../../../components/button.js';
import { useHotkey } from '../../../components/hotkeys.js';
import { PageHeader, Section, WithRail } from '../../../components/page.js';
import { SaveState } from '../../../components/save-state.js';
import { Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import styles from '../courses.module.css';
import { CompletionsSection } from './completions-section.js';
import type { KeptCourse } from './course.documents.js';
import { CourseRail } from './course-rail.js';
import { FactsSection } from './facts-section.js';
import { OutcomesSection } from './outcomes-section.js';
import { PrerequisitesSection } from './prerequisites-section.js';
import { StateAct } from './state-act.js';
import { TimeSection } from './time-section.js';
import { useCourseDraft } from './use-course-draft.js';

/** The whole entry on one page; what is written is saved by itself. */
export function CourseWorkspace({ course }: { course: KeptCourse }) {
  const { t } = useTranslation('courses');
  const state = useCourseDraft(course);
  const { saving, undo, conflict } = state;
  useHotkey({ keys: 'mod+z', label: t('undo'), group: t('title'), run: () => undo?.(), enabled: undo !== null });
  return (
    <>
      <PageHeader
        title={state.draft.title || t('untitled')}
        above={
          <>
            <TextLink to="/programme/courses">{t('title')}</TextLink>
            <span aria-hidden>·</span>
            <span>{state.draft.code}</span>
            <span aria-hidden>·</span>
            <StatusWord tone={course.state === 'ACTIVE' ? 'green' : 'plain'}>{t(`state.${course.state}`)}</StatusWord>
            <SaveState
              saving={
                saving.unreachable
                  ? { state: 'failed', kept: t('kept') }
                  : saving.saving
                    ? { state: 'saving' }
                    : { state: 'saved', at: saving.savedAt }
              }
            />
          </>
        }
        acts={
          <>
            <Button
              icon={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
              disabled={!undo}
              onClick={() => undo?.()}
            >
              {t('undo')}
            </Button>
            <StateAct course={course} />
            <LinkButton to={`/growth/courses/${course.id}`}>{t('asSeen')}</LinkButton>
          </>
        }
      />
      {conflict && (
        <div role="alert">
          <Note tone="amber">{t('conflict.body')}</Note>
          <p className={styles.acts}>
            <Button onClick={conflict.keepMine}>{t('conflict.mine')}</Button>
            <Button onClick={conflict.takeTheirs}>{t('conflict.theirs')}</Button>
          </p>
        </div>
      )}
      <WithRail rail={<CourseRail course={course} />}>
        <Section title={t('section.facts')}>
          <FactsSection state={state} />
        </Section>
        <Section title={t('section.outcomes')}>
          <OutcomesSection state={state} />
        </Section>
        <Section title={t('section.time')}>
          <TimeSection state={state} />
        </Section>
        <Section title={t('section.prerequisites')}>
          <PrerequisitesSection state={state} courseId={course.id} />
        </Section>
        <CompletionsSection course={course} />
      </WithRail>
    </>
  );
}
