import { useQuery } from '@apollo/client/react';
import { IconArrowDown, IconArrowUp, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, LinkButton } from '../../../components/button.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { NameLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { AddLevelDialog, CopyRequirementsDialog, RemoveLevelDialog, RenameLevelDialog } from './level-dialogs.js';
import { type Lattice, LATTICE_QUERIES } from './lattice.documents.js';
import { LEVEL_PANEL, type PanelLevel } from './level.documents.js';
import { ORDER_LEVELS } from './role-edit.documents.js';
import { ADD_STEP, REMOVE_STEP } from './steps.documents.js';
import styles from './level-panel.module.css';
import { EditStepDialog } from './edit-step-dialog.js';
import { StepDialog } from './step-dialog.js';

interface Props {
  levelId: string;
  lattice: Lattice;
  editable: boolean;
  onClose: () => void;
  /** Shows another rung in this panel. */
  onGo: (levelId: string) => void;
}

/** One rung beside the lattice, with every act that the drawing has: the keyboard's way to all of them. */
export function LevelPanel({ levelId, lattice, editable, onClose, onGo }: Props) {
  const { t } = useTranslation('roles');
  const { data, error, refetch } = useQuery(LEVEL_PANEL, { variables: { id: levelId } });
  const level = data?.jobRoleLevel;
  return (
    <aside className={styles.panel} aria-label={level?.name ?? t('level')}>
      <IconButton label={t('close')} className={styles.close} onClick={onClose}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={6} />}
      {data && !level && <EmptyState title={t('noLevel')}>{t('noLevelBody')}</EmptyState>}
      {level && <Level level={level} lattice={lattice} editable={editable} onClose={onClose} onGo={onGo} />}
    </aside>
  );
}

function Level({ level, lattice, editable, onClose, onGo }: Omit<Props, 'levelId'> & { level: PanelLevel }) {
  const { t } = useTranslation('roles');
  const [open, show] = useState<'rename' | 'remove' | 'add' | 'step' | 'copy' | null>(null);
  return (
    <>
      <p className={styles.above}>
        {t('rungOf', { role: level.role.name, order: level.order, of: level.role.levels.length })}
      </p>
      <h2 className={styles.title}>
        <NameLink to={`/programme/roles/${level.id}`}>{level.name}</NameLink>
      </h2>
      <p className={styles.facts}>
        {t('asksSkills', { count: level.asks })}
        {level.people !== null && ` · ${t('peopleOn', { count: level.people })}`}
      </p>
      {editable && (
        <div className={styles.acts}>
          <LinkButton to={`/programme/roles/${level.id}/requirements`} variant="accent">
            {t('editRequirements')}
          </LinkButton>
          <Button onClick={() => show('copy')}>{t('copyRequirements')}</Button>
          <Button onClick={() => show('rename')}>{t('rename')}</Button>
          <OrderButtons level={level} />
          <Button onClick={() => show('add')}>{t('addLevel')}</Button>
          <Button variant="danger" onClick={() => show('remove')}>
            {t('remove')}
          </Button>
        </div>
      )}
      <Steps level={level} editable={editable} onGo={onGo} onAdd={() => show('step')} />
      {level.suggestedSteps.length > 0 && <Suggestions level={level} editable={editable} onGo={onGo} />}
      {open === 'rename' && <RenameLevelDialog level={level} onClose={() => show(null)} />}
      {open === 'copy' && <CopyRequirementsDialog level={level} lattice={lattice} onClose={() => show(null)} />}
      {open === 'add' && <AddLevelDialog role={level.role} onClose={() => show(null)} />}
      {open === 'step' && <StepDialog lattice={lattice} fromId={level.id} toId={null} onClose={() => show(null)} />}
      {open === 'remove' && (
        <RemoveLevelDialog level={level} lattice={lattice} onClose={() => show(null)} onRemoved={onClose} />
      )}
    </>
  );
}

/** Its place on the ladder, one rung at a time. */
function OrderButtons({ level }: { level: PanelLevel }) {
  const { t } = useTranslation('roles');
  const [order, { refusal }] = useResultMutation(ORDER_LEVELS, { refetch: LATTICE_QUERIES });
  const ids = level.role.levels.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
  const at = ids.indexOf(level.id);
  const move = (by: number) => {
    const next = ids.filter((id) => id !== level.id);
    next.splice(at + by, 0, level.id);
    void order({ roleId: level.role.id, expectedRevision: level.role.revision, levelIds: next });
  };
  return (
    <>
      <span className={styles.order}>
        <IconButton label={t('lower')} disabled={at <= 0} onClick={() => move(-1)}>
          <IconArrowDown size={16} stroke={1.6} />
        </IconButton>
        <IconButton label={t('higher')} disabled={at === ids.length - 1} onClick={() => move(1)}>
          <IconArrowUp size={16} stroke={1.6} />
        </IconButton>
      </span>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
    </>
  );
}

interface PartProps {
  level: PanelLevel;
  editable: boolean;
  onGo: (levelId: string) => void;
}

function Steps({ level, editable, onGo, onAdd }: PartProps & { onAdd: () => void }) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const [remove] = useResultMutation(REMOVE_STEP, { refetch: LATTICE_QUERIES });
  const [add] = useResultMutation(ADD_STEP, { refetch: LATTICE_QUERIES });
  // t('roles:to') t('roles:from')
  const ways = [
    ...level.stepsOut.map((step) => ({ ...step, other: step.to, out: true })),
    ...level.stepsIn.map((step) => ({ ...step, other: step.from, out: false })),
  ];
  const [editing, edit] = useState<string | null>(null);
  const edited = ways.find(({ id }) => id === editing);
  const takeAway = async (step: (typeof ways)[number]) => {
    const { ok, refusal } = await remove({ id: step.id });
    if (!ok) return toast(refusal?.message ?? t('unreachable'));
    const [fromLevelId, toLevelId] = step.out ? [level.id, step.other.id] : [step.other.id, level.id];
    toast(t('stepRemoved'), {
      undo: () =>
        void add({
          input: { fromLevelId, toLevelId, kind: step.kind, note: step.note, suggested: step.origin === 'DERIVED' },
        }),
    });
  };
  return (
    <section className={styles.part}>
      <h3>{t('steps')}</h3>
      {ways.length === 0 && <p className={styles.quiet}>{t('noSteps')}</p>}
      <ul>
        {ways.map((step) => (
          <li key={step.id}>
            <span className={styles.words}>
              <span className={styles.quiet}>{t(step.out ? 'to' : 'from', { kind: t(`kind.${step.kind}`) })}</span>
              <button type="button" className={styles.go} onClick={() => onGo(step.other.id)}>
                {step.other.name}
              </button>
              <span className={styles.quiet}>
                {step.other.role.name}
                {step.note && ` · ${step.note}`}
              </span>
            </span>
            {editable && (
              <span className={styles.keep}>
                <IconButton label={t('editStepTo', { name: step.other.name })} onClick={() => edit(step.id)}>
                  <IconPencil size={16} stroke={1.6} />
                </IconButton>
                <IconButton label={t('removeStepTo', { name: step.other.name })} onClick={() => void takeAway(step)}>
                  <IconX size={16} stroke={1.6} />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {editable && <Button onClick={onAdd}>{t('addStepTo')}</Button>}
      {edited && (
        <EditStepDialog
          step={edited}
          from={edited.out ? level.name : edited.other.name}
          to={edited.out ? edited.other.name : level.name}
          onClose={() => edit(null)}
        />
      )}
    </section>
  );
}

/** What is asked suggests a step; it is none until somebody takes it. */
function Suggestions({ level, editable, onGo }: PartProps) {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const { number } = useFormat();
  const [add] = useResultMutation(ADD_STEP, { refetch: LATTICE_QUERIES });
  const take = async (toLevelId: string) => {
    const { ok, refusal } = await add({
      input: { fromLevelId: level.id, toLevelId, kind: 'LATERAL', suggested: true },
    });
    if (!ok) toast(refusal?.message ?? t('unreachable'));
  };
  return (
    <section className={styles.part}>
      <h3>{t('suggested')}</h3>
      <p className={styles.quiet}>{t('suggestedBody')}</p>
      <ul>
        {level.suggestedSteps.map((step) => (
          <li key={step.to.id}>
            <span className={styles.words}>
              <button type="button" className={styles.go} onClick={() => onGo(step.to.id)}>
                {step.to.name}
              </button>
              <span className={styles.quiet}>
                {t('suggestion', {
                  overlap: number(Math.round(step.overlap * 100) / 100),
                  count: step.shared,
                  more: step.more,
                })}
              </span>
            </span>
            {editable && (
              <Button
                size="small"
                onClick={() => void take(step.to.id)}
                aria-label={t('acceptNamed', { name: step.to.name })}
              >
                {t('accept')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
