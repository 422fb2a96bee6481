import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { LevelBar } from '../../../components/level-bar.js';
import { Section } from '../../../components/page.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { type Colleague, WITHDRAW_OBSERVATION } from './colleague.documents.js';
import styles from './colleague.module.css';
import { GoalSection } from './goal-section.js';
import { ObserveDialog } from './observe-dialog.js';

/** For who works with somebody: what there is of their skills, layer by layer, and the way to say what one saw. */
export function SkillsSeen({ person }: { person: Colleague }) {
  const { t } = useTranslation('people');
  const [observing, observe] = useState(false);
  const { skillLayers, viewerObservesAs } = person;
  // t('people:seen.none.MANAGER') t('people:seen.none.PEER')
  if (!viewerObservesAs && skillLayers.length === 0) return null;
  return (
    <>
      <GoalSection person={person} />
      <Section title={t('seen.title')} aside={t('seen.aside')}>
        {skillLayers.length === 0 && <p className={styles.hint}>{t(`seen.none.${viewerObservesAs ?? 'MANAGER'}`)}</p>}
        <ul>
          {skillLayers.map((layers) => (
            <SkillLine key={layers.skill?.id} layers={layers} />
          ))}
        </ul>
        {viewerObservesAs && (
          <Button className={styles.act} onClick={() => observe(true)}>
            {t('seen.act')}
          </Button>
        )}
      </Section>
      {observing && <ObserveDialog person={person} onClose={() => observe(false)} />}
    </>
  );
}

function SkillLine({ layers }: { layers: Colleague['skillLayers'][number] }) {
  const { t } = useTranslation('people');
  const { skill, verified, observed, claimed, observations } = layers;
  const { date } = useFormat();
  const { person: viewer } = useViewer();
  const toast = useToast();
  const [withdraw, { loading }] = useResultMutation(WITHDRAW_OBSERVATION, { refetch: ['Colleague'] });
  const own = observations.find(({ observer }) => observer?.id === viewer.id);
  const level = (each: { level: { ordinal: number } | null } | null) => each?.level?.ordinal ?? '–';
  return (
    <li>
      <span>{skill?.name}</span>
      <span>
        <LevelBar
          steps={skill?.framework.scale.levels.length || 4}
          verified={verified?.level?.ordinal}
          observed={observed?.level?.ordinal}
          claimed={claimed?.level?.ordinal}
          label={t('seen.bar', { verified: level(verified), observed: level(observed), claimed: level(claimed) })}
        />
      </span>
      {own && (
        <small>
          {t('seen.own', { level: level(own), date: date(own.seenOn), words: own.words })}{' '}
          <Button
            variant="quiet"
            size="small"
            busy={loading}
            onClick={() => void withdraw({ id: own.id }).then(({ ok }) => ok && toast(t('seen.takenBack')))}
          >
            {t('seen.takeBack')}
          </Button>
        </small>
      )}
    </li>
  );
}
