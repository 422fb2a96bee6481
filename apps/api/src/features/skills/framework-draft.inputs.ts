import { Field, ID, InputType } from '@nestjs/graphql';
import type { RelationType, SkillCategory, SkillKind } from './framework-content.rules.js';
import { RelationTypeEnum } from './skill-relation.type.js';
import { SkillCategoryEnum, SkillKindEnum } from './skill.type.js';

const text = (description: string) => ({ nullable: true, description });

@InputType({ description: 'What a draft says of itself. What is left out stays as it is.' })
export class FrameworkDraftInput {
  @Field(() => String, text('Its title.'))
  title?: string | null;

  @Field(() => String, text('Who publishes it.'))
  publisher?: string | null;

  @Field(() => String, text('Which version this is; no other of the framework has this name.'))
  version?: string | null;

  @Field(() => String, text('What it is about.'))
  description?: string | null;

  @Field(() => String, text('The language of its texts (BCP 47).'))
  language?: string | null;

  @Field(() => String, text('The terms it may be used on.'))
  licence?: string | null;

  @Field(() => String, text('Where its terms stand in full; null: nowhere.'))
  licenceUrl?: string | null;

  @Field(() => String, text('The sentence that its terms ask to be shown.'))
  attribution?: string | null;

  @Field(() => String, text('Where it came from; null: nowhere to point to.'))
  sourceUrl?: string | null;

  @Field(() => Boolean, text('Whether its texts stay off outward pages.'))
  restricted?: boolean | null;
}

@InputType({ description: 'What changes of a skill in a draft. What is left out stays as it is.' })
export class SkillDraftInput {
  @Field(() => String, text('Its name.'))
  name?: string | null;

  @Field(() => String, text('What it is about; null empties it.'))
  description?: string | null;

  @Field(() => SkillKindEnum, { nullable: true, description: 'What sort of entry it is.' })
  kind?: SkillKind | null;

  @Field(() => SkillCategoryEnum, { nullable: true, description: 'Technical or transferable; null: not said.' })
  category?: SkillCategory | null;

  @Field(() => [String], text('Other names that people know it by.'))
  synonyms?: string[] | null;

  @Field(() => String, text('The code that people read; null empties it.'))
  coding?: string | null;

  @Field(() => String, text('What the framework notes about it; null empties it.'))
  notes?: string | null;

  @Field(() => [[String]], text('What somebody can do, line by line, for each level of the scale, lowest first.'))
  descriptors?: string[][] | null;
}

@InputType({ description: 'A new skill of a draft.' })
export class NewSkillInput {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => SkillKindEnum, { nullable: true, description: 'What sort of entry it is; a skill when left out.' })
  kind?: SkillKind | null;

  @Field(() => ID, { nullable: true, description: 'The skill that it stands below; at the top when left out.' })
  parentId?: string | null;
}

@InputType({ description: 'Where a skill goes in the tree of a draft.' })
export class MoveSkillInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => ID, { nullable: true, description: 'Below which it no longer stands; every place when left out.' })
  fromParentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Below which it stands from now on; at the top when left out.' })
  toParentId?: string | null;
}

@InputType({ description: 'What ties a skill of a draft to another, or to something elsewhere.' })
export class SkillRelationInput {
  @Field(() => RelationTypeEnum, { description: 'How.' })
  type: RelationType;

  @Field(() => ID, { description: 'The skill of the draft that it begins at.' })
  originSkillId: string;

  @Field(() => ID, { nullable: true, description: 'The other skill: of the draft, or of a published framework.' })
  targetSkillId?: string | null;

  @Field(() => String, text('Instead of a skill: the address of something elsewhere.'))
  targetUri?: string | null;

  @Field(() => String, text('What it is called there.'))
  targetTitle?: string | null;
}
