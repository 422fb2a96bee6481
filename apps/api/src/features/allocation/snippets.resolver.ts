import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { CommentSnippet } from './comment-snippet.entity.js';
import { SnippetsService } from './snippets.service.js';

@ObjectType('CommentSnippet', { description: 'Words for comments that somebody keeps for themselves.' })
export class CommentSnippetType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The words.' })
  words: string;
}
const SnippetResult = resultOf('SnippetResult', CommentSnippetType, [InvalidInput]);
const RemoveSnippetResult = resultOf('RemoveSnippetResult', CommentSnippetType, [NotFound]);

@Resolver(() => CommentSnippetType)
export class SnippetsResolver {
  constructor(private readonly snippets: SnippetsService) {}

  @Query(() => [CommentSnippetType], { description: 'The snippets of the viewer, newest first; at most 100.' })
  @Allow('submission.mark')
  mySnippets(@CurrentViewer() viewer: Viewer): Promise<CommentSnippet[]> {
    return this.snippets.mine(viewer);
  }

  @Mutation(() => SnippetResult, { description: 'Keeps words for comments. The same words are kept once.' })
  @Allow('submission.mark')
  keepSnippet(@CurrentViewer() viewer: Viewer, @Args('words') words: string) {
    return this.snippets.keep(viewer, words);
  }

  @Mutation(() => RemoveSnippetResult, { description: 'Removes a snippet of one’s own.' })
  @Allow('submission.mark')
  removeSnippet(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.snippets.remove(viewer, id);
  }
}
