import { LevelTile } from '../../components/level-tile.js';
import type { HeldBadge } from './badges.documents.js';
import styles from './awarded-skills.module.css';

/** Every skill that a badge awards, each at its level; the principal one first. */
export function AwardedSkills({ skills }: { skills: HeldBadge['achievementVersion']['awardedSkills'] }) {
  return (
    <ul className={styles.skills}>
      {skills.map(({ skillId, skill, level }) => (
        <li key={skillId}>
          {level && <LevelTile level={level.ordinal} size="small" />}
          <span>
            {skill?.name}
            {level && <small> {level.label}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
