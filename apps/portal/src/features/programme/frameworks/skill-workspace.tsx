import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SearchBox } from '../../../components/filter-bar.js';
import { LoadingRows } from '../../../components/states.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import { AddSkillDialog } from './add-skill-dialog.js';
import { DraftSteps } from './draft-steps.js';
import type { Framework } from './framework.documents.js';
import { FRAMEWORK_FOUND } from './framework-draft.documents.js';
import { SkillPane } from './skill-pane.js';
import { SkillTree } from './skill-tree.js';
import styles from './skill-workspace.module.css';

/** The tree at one side, the chosen skill at the other; a search lists what it found with its place in the tree. */
export function SkillWorkspace({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const { search, typed, type } = useSearchWords();
  const [skillId, choose] = useAddress('skill');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const edits = framework.viewerCan.includes('edit');
  const change = (placeId: string, opened: boolean) =>
    setOpen((now) => {
      const next = new Set(now);
      if (opened) next.add(placeId);
      else next.delete(placeId);
      return next;
    });
  return (
    <div className={styles.work} data-chosen={Boolean(skillId)}>
      <div className={styles.side}>
        <div className={styles.find}>
          <SearchBox label={t('tree.search')} value={typed} onChange={type} />
          {edits && (
            <Button icon={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => setAdding(true)}>
              {t('tree.add')}
            </Button>
          )}
        </div>
        {search ? (
          <Found frameworkId={framework.id} search={search} skillId={skillId} choose={choose} />
        ) : (
          <SkillTree
            frameworkId={framework.id}
            selectedId={skillId || null}
            open={open}
            onOpen={change}
            onSelect={choose}
          />
        )}
        {edits && <DraftSteps frameworkId={framework.id} />}
      </div>
      <div className={styles.pane}>
        {skillId ? (
          <SkillPane key={skillId} framework={framework} skillId={skillId} choose={choose} />
        ) : (
          <p className={styles.hint}>{t('tree.choose')}</p>
        )}
      </div>
      {adding && (
        <AddSkillDialog
          frameworkId={framework.id}
          parentId={skillId || null}
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            choose(id);
          }}
        />
      )}
    </div>
  );
}

function Found({
  frameworkId,
  search,
  skillId,
  choose,
}: {
  frameworkId: string;
  search: string;
  skillId: string;
  choose: (id: string) => void;
}) {
  const { t } = useTranslation('frameworks');
  const { data, previousData } = useQuery(FRAMEWORK_FOUND, { variables: { id: frameworkId, search } });
  const list = (data ?? previousData)?.framework?.skills;
  if (!list) return <LoadingRows rows={4} />;
  return (
    <>
      <output className={styles.count}>{t('tree.found', { count: list.totalCount })}</output>
      <ul className={styles.found}>
        {list.edges.map(({ node }) => (
          <li key={node.id}>
            <button type="button" aria-current={node.id === skillId} onClick={() => choose(node.id)}>
              <span>{node.name}</span>
              {node.ancestors.length > 0 && <small>{node.ancestors.map(({ name }) => name).join(' › ')}</small>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
