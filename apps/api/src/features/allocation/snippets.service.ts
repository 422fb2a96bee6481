import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { CommentSnippet } from './comment-snippet.entity.js';

const MOST_SNIPPETS = 100;
const MOST_CHARACTERS = 2_000;

/** Words for comments that somebody keeps for themselves. */
@Injectable()
export class SnippetsService {
  mine(viewer: Viewer): Promise<CommentSnippet[]> {
    return viewer.tx.manager.find(CommentSnippet, {
      where: { personId: viewer.personId ?? '' },
      order: { savedAt: 'DESC', id: 'DESC' },
      take: MOST_SNIPPETS,
    });
  }

  async keep(viewer: Viewer, words: string): Promise<CommentSnippet | InvalidInput> {
    const kept = words.trim();
    if (!kept) return InvalidInput.of('words', 'Write something first.');
    if (kept.length > MOST_CHARACTERS)
      return InvalidInput.of('words', `A snippet has at most ${MOST_CHARACTERS} characters.`);
    await viewer.tx.aloneIn(`snippets ${viewer.personId}`);
    const own = await this.mine(viewer);
    const same = own.find((each) => each.words === kept);
    if (same) return same;
    if (own.length >= MOST_SNIPPETS)
      return InvalidInput.of('words', `You keep ${MOST_SNIPPETS} snippets. Remove one first.`);
    const snippet = viewer.tx.manager.create(CommentSnippet, {
      id: newId(),
      personId: viewer.personId ?? '',
      words: kept,
      savedAt: viewer.now,
    });
    await viewer.tx.manager.insert(CommentSnippet, snippet);
    return snippet;
  }

  async remove(viewer: Viewer, id: string): Promise<CommentSnippet | NotFound> {
    const found = isId(id)
      ? await viewer.tx.manager.findOneBy(CommentSnippet, { id, personId: viewer.personId ?? '' })
      : null;
    if (!found) return new NotFound('This snippet');
    await viewer.tx.manager.delete(CommentSnippet, { id });
    return found;
  }
}
