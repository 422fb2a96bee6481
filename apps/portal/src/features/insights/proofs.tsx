import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../components/level-tile.js';
import { useFormat } from '../../lib/format.js';
import type { WhoCan } from './asking.documents.js';
import styles from './insights.module.css';
import { useSkillWords } from './use-skill-words.js';

type Proof = WhoCan['proofs'][number];

/** Where each level comes from, since when and until when. */
export function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  return (
    <ul className={styles.proofs}>
      {proofs.map((proof) => (
        <ProofLine key={proof.skillId} proof={proof} />
      ))}
    </ul>
  );
}

function ProofLine({ proof }: { proof: Proof }) {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { name } = useSkillWords(proof);
  const { level, achievementName: achievement, verifiedOn, validUntil, recognisedFrom: issuer } = proof;
  const [since, until] = [date(verifiedOn), validUntil && date(validUntil)];
  return (
    <li>
      <LevelTile level={level} size="small" label={t('ask.levelOf', { level, skill: name })} />
      <span>
        {name}
        <small className={styles.sub}>{from()}</small>
      </span>
    </li>
  );

  function from() {
    if (issuer)
      return until
        ? t('ask.recognisedUntil', { achievement, issuer, since, until })
        : t('ask.recognised', { achievement, issuer, since });
    return until ? t('ask.proofUntil', { achievement, since, until }) : t('ask.proof', { achievement, since });
  }
}
