import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum PreviewState {
  NONE = 'NONE',
  BEING_MADE = 'BEING_MADE',
  READY = 'READY',
  IMPOSSIBLE = 'IMPOSSIBLE',
}
registerEnumType(PreviewState, {
  name: 'PreviewState',
  description: 'How far the pictures of a file are.',
  valuesMap: {
    NONE: { description: 'It needs none: it is shown as text or played.' },
    BEING_MADE: { description: 'They are being made; ask again in a moment.' },
    READY: { description: 'They can be looked at.' },
    IMPOSSIBLE: { description: 'There will be none; the reason says why.' },
  },
});

@ObjectType({ description: 'One page of a file as a picture that we drew.' })
export class PreviewPage {
  @Field({ description: 'Its address, for those who may see the file.' })
  url: string;

  @Field(() => Int, { description: 'Its width in points of the picture.' })
  width: number;

  @Field(() => Int, { description: 'Its height in points of the picture.' })
  height: number;
}

@ObjectType('FilePreview', {
  description: 'What is shown of a file inside the portal: pictures drawn by the server, never the file itself.',
})
export class FilePreviewType {
  @Field(() => PreviewState, { description: 'How far the pictures are.' })
  state: PreviewState;

  @Field(() => String, {
    nullable: true,
    description: 'Why there are none: DAMAGED, PROTECTED, TOO_LARGE, TOO_HEAVY, NOT_DRAWN or FAILED.',
  })
  reason: string | null;

  @Field(() => [PreviewPage], {
    description: 'The pages that are drawn: the first fifty, and more as somebody asked for them.',
  })
  pages: PreviewPage[];

  @Field(() => Int, { description: 'How many pages the file has in all.' })
  pageCount: number;

  @Field({
    description:
      'Whether the file holds more than can be seen: programs, forms that send, files inside. Take care when opening the original.',
  })
  activeContent: boolean;
}
