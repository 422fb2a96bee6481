import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Viewer', { description: 'Who is signed in.' })
export class ViewerType {
  // Every field is computed; features above add theirs.
}

@ObjectType('Organisation', { description: 'The one organisation of this installation.' })
export class OrganisationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Whether this is a demonstration: anybody may be anybody.' })
  isDemo: boolean;

  @Field(() => String, { nullable: true, description: 'Said on screens of a demo organisation.' })
  notice: string | null;
}
