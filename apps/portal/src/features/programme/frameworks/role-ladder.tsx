import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../../components/level-tile.js';
import { NameLink } from '../../../components/text-link.js';
import { useAddress } from '../../../lib/use-address.js';
import type { Role } from './framework.documents.js';
import styles from './framework.module.css';

/** A role as its framework describes it: the ladder as columns, the skills as rows, the asked level where they meet. */
export function RoleLadder({ role }: { role: Role }) {
  const { t } = useTranslation('programme');
  const [words, setWords] = useAddress('words');
  const rungs = [...role.levels].sort((a, b) => a.order - b.order);
  const skills = new Map(
    rungs.flatMap((rung) => rung.requirements.map(({ skill }) => [skill.id, skill.name] as const)),
  );
  const named = [...skills].sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <article className={styles.role}>
      <h2>{role.name}</h2>
      <details open={words === 'open'} onToggle={(event) => setWords(event.currentTarget.open ? 'open' : '')}>
        <summary>{t('roles.about')}</summary>
        <p className={styles.prose}>{role.description}</p>
        {role.responsibilities.length > 0 && (
          <ul className={styles.bullets}>
            {role.responsibilities.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        <dl className={styles.rungs}>
          {rungs.map((rung) => (
            <div key={rung.id}>
              <dt>{rung.name}</dt>
              <dd>{rung.description || '–'}</dd>
            </div>
          ))}
        </dl>
      </details>
      <section className={styles.scroll} aria-label={t('roles.asks', { role: role.name })}>
        <table className={styles.ladder}>
          <thead>
            <tr>
              <th scope="col">{t('skills.name')}</th>
              {rungs.map((rung) => (
                <th key={rung.id} scope="col">
                  {rung.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {named.map(([skillId, name]) => (
              <tr key={skillId}>
                <th scope="row">
                  <NameLink to={`/programme/skills/${skillId}`}>{name}</NameLink>
                </th>
                {rungs.map((rung) => (
                  <td key={rung.id}>
                    <Asked requirement={rung.requirements.find(({ skill }) => skill.id === skillId)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.quiet}>{t('roles.legend')}</p>
    </article>
  );
}

function Asked({ requirement }: { requirement: Role['levels'][number]['requirements'][number] | undefined }) {
  const { t } = useTranslation('programme');
  if (!requirement) return null;
  if (!requirement.level) return <span className={styles.quiet}>{t('roles.noLevel')}</span>;
  return (
    <span className={styles.asked}>
      <LevelTile level={requirement.level.ordinal} label={requirement.level.label} />
      {requirement.mustHave && <b title={t('roles.mustHave')}>{t('roles.must')}</b>}
    </span>
  );
}
