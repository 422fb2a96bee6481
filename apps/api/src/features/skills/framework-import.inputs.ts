import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which framework is read, on what terms, and from which files.' })
export class PreviewFrameworkImportInput {
  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'Who publishes it.' })
  publisher: string;

  @Field({ description: 'Which version this is.' })
  version: string;

  @Field({ description: 'The terms it may be used on.' })
  licence: string;

  @Field({ description: 'The sentence that its terms ask to be shown.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where the files came from.' })
  sourceUrl?: string | null;

  @Field(() => ID, { description: 'Id of the finished upload of the skills file.' })
  skillsFileId: string;

  @Field(() => ID, { description: 'Id of the finished upload of the roles file.' })
  rolesFileId: string;
}
