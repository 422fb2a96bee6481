import { Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useResultMutation } from '../../../lib/result.js';
import { DraftSkillSelect } from './draft-skill-select.js';
import { ADD_RELATION, type DraftSkill, REMOVE_RELATION, SHOWS_STRUCTURE } from './framework-draft.documents.js';
import styles from './skill-workspace.module.css';

const TYPES = [
  'isChildOf',
  'isPartOf',
  'isPeerOf',
  'precedes',
  'exactMatchOf',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
  'isTranslationOf',
] as const;
type Relation = DraftSkill['relations'][number];

interface Props {
  frameworkId: string;
  skill: Pick<DraftSkill, 'id' | 'name' | 'relations'>;
  edits: boolean;
  /** Leads to the pages of skills, also of those of the same version. */
  toPages?: boolean;
}

/** What ties a skill to others, in words for both directions; added and removed in a draft. */
export function SkillRelations({ frameworkId, skill, edits, toPages = false }: Props) {
  const { t } = useTranslation('frameworks');
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setAdding(false));
    opener.current?.focus();
  };
  const [remove, { refusal }] = useResultMutation(REMOVE_RELATION, { refetch: SHOWS_STRUCTURE });
  if (!edits && skill.relations.length === 0) return null;
  // t('frameworks:relation.isChildOf') t('frameworks:relation.isPartOf') t('frameworks:relation.isPeerOf')
  // t('frameworks:relation.precedes') t('frameworks:relation.exactMatchOf') t('frameworks:relation.isRelatedTo')
  // t('frameworks:relation.replacedBy') t('frameworks:relation.exemplar') t('frameworks:relation.hasSkillLevel')
  // t('frameworks:relation.isTranslationOf')
  // t('frameworks:relationBack.isChildOf') t('frameworks:relationBack.isPartOf') t('frameworks:relationBack.isPeerOf')
  // t('frameworks:relationBack.precedes') t('frameworks:relationBack.exactMatchOf') t('frameworks:relationBack.isRelatedTo')
  // t('frameworks:relationBack.replacedBy') t('frameworks:relationBack.exemplar') t('frameworks:relationBack.hasSkillLevel')
  // t('frameworks:relationBack.isTranslationOf')
  return (
    <section className={styles.relations}>
      <h3>{t('relations.title')}</h3>
      <ul>
        {skill.relations.map((relation) => {
          const begins = relation.origin?.id === skill.id;
          return (
            <li key={relation.id}>
              <span>{t(`${begins ? 'relation' : 'relationBack'}.${relation.type}`)}</span>
              <OtherEnd frameworkId={toPages ? '' : frameworkId} relation={relation} begins={begins} />
              {edits && (
                <IconButton label={t('relations.remove')} onClick={() => void remove({ id: relation.id })}>
                  <IconX size={16} stroke={1.6} aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {edits && !adding && (
        <Button ref={opener} variant="quiet" onClick={() => setAdding(true)}>
          {t('relations.add')}
        </Button>
      )}
      {adding && <AddRelation frameworkId={frameworkId} skill={skill} onClose={close} />}
    </section>
  );
}

function OtherEnd({ frameworkId, relation, begins }: { frameworkId: string; relation: Relation; begins: boolean }) {
  const other = begins ? relation.target : relation.origin;
  if (!other)
    return relation.targetUri && /^https?:/i.test(relation.targetUri) ? (
      <a href={relation.targetUri} target="_blank" rel="noreferrer noopener">
        {relation.targetTitle ?? relation.targetUri}
      </a>
    ) : (
      <span>{relation.targetTitle ?? relation.targetUri}</span>
    );
  const here = other.framework.id === frameworkId;
  return (
    <span>
      <TextLink to={here ? `?skill=${other.id}` : `/programme/skills/${other.id}`}>{other.name}</TextLink>
      {!here && <small> {other.framework.title}</small>}
    </span>
  );
}

function AddRelation({
  frameworkId,
  skill,
  onClose,
}: {
  frameworkId: string;
  skill: Props['skill'];
  onClose: () => void;
}) {
  const { t } = useTranslation('frameworks');
  const first = useRef<HTMLInputElement>(null);
  // The button that opened the form is gone, and comes back with it.
  useEffect(() => first.current?.focus(), []);
  const [type, setType] = useState<(typeof TYPES)[number]>('isRelatedTo');
  const [target, setTarget] = useState<string | null>(null);
  const [uri, setUri] = useState('');
  const [title, setTitle] = useState('');
  const [add, { loading, refusal, failed }] = useResultMutation(ADD_RELATION, { refetch: SHOWS_STRUCTURE });
  const outside = uri.trim() !== '';
  const submit = async () => {
    const end = outside ? { targetUri: uri, targetTitle: title || null } : { targetSkillId: target };
    const { ok } = await add({ frameworkId, input: { type, originSkillId: skill.id, ...end } });
    if (ok) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        ref={first}
        openOnFocus={false}
        label={t('relations.type', { name: skill.name })}
        value={type}
        allowDeselect={false}
        data={TYPES.map((each) => ({ value: each, label: t(`relation.${each}`) }))}
        onChange={(each) => each && setType(each as (typeof TYPES)[number])}
      />
      {!outside && (
        <DraftSkillSelect
          label={t('relations.target')}
          frameworkId={frameworkId}
          exceptId={skill.id}
          value={target}
          onChange={setTarget}
          elsewhere
        />
      )}
      {!target && (
        <>
          <TextInput label={t('relations.uri')} value={uri} onChange={(event) => setUri(event.currentTarget.value)} />
          {outside && (
            <TextInput
              label={t('relations.uriTitle')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </>
      )}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="accent" disabled={!target && !outside} busy={loading}>
          {t('relations.act')}
        </Button>
      </div>
    </form>
  );
}
