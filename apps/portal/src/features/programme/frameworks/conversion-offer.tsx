import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { ACCEPT_CONVERSION, MY_STANDINGS, OFFERED_LEVEL, type SkillLife } from './keeping.documents.js';

interface Props {
  skillId: string;
  skillName: string;
  replacement: NonNullable<SkillLife['replacement']>;
  taken: SkillLife['myConversions'];
}

/** Whoever holds a replaced skill is asked whether it shall count for the other; without their word nothing moves. */
export function ConversionOffer({ skillId, skillName, replacement, taken }: Props) {
  const { person } = useViewer();
  const { data } = useQuery(MY_STANDINGS, { variables: { personId: person.id } });
  const held = data?.person?.standings?.find(({ skill, state }) => skill.id === skillId && state === 'CURRENT');
  if (!held?.level) return null;
  return (
    <Offer
      skillId={skillId}
      skillName={skillName}
      replacement={replacement}
      taken={taken}
      ordinal={held.level.ordinal}
    />
  );
}

function Offer({ skillId, skillName, replacement, taken, ordinal }: Props & { ordinal: number }) {
  const { t } = useTranslation('frameworks');
  const { date } = useFormat();
  const toast = useToast();
  const { data } = useQuery(OFFERED_LEVEL, { variables: { skillId, ordinal } });
  const [accept, { loading, refusal }] = useResultMutation(ACCEPT_CONVERSION);
  const done = taken.find(({ fromOrdinal }) => fromOrdinal === ordinal);
  if (done)
    return (
      <Note>
        {t('offer.done', {
          level: ordinal,
          skill: skillName,
          as: done.toOrdinal,
          other: replacement.name,
          date: date(done.acceptedAt),
        })}
      </Note>
    );
  const offered = data?.skill?.offeredLevel;
  if (!data) return null;
  if (offered === null || offered === undefined)
    return <Note>{t('offer.notYet', { level: ordinal, skill: skillName })}</Note>;
  return (
    <Note>
      {t('offer.ask', { level: ordinal, skill: skillName, as: offered, other: replacement.name })}{' '}
      <Button
        size="small"
        variant="accent"
        busy={loading}
        onClick={() =>
          void accept({ fromSkillId: skillId, fromOrdinal: ordinal }).then(
            ({ ok }) => ok && toast(t('offer.counted', { other: replacement.name })),
          )
        }
      >
        {t('offer.accept')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
    </Note>
  );
}
