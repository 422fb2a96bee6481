import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FilePreviewType } from '../previews/file-preview.type.js';

@ObjectType('StoredFile', { description: 'A file that came in whole.' })
export class StoredFileType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({
    description:
      'Its name as it was uploaded, for its owner; for others what kind it is, since names tell whose it is.',
  })
  name: string;

  @Field({ description: 'Its media type, checked against its content.' })
  mediaType: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  bytes: number;

  @Field({ description: 'SHA-256 of its content, in hexadecimal.' })
  sha256: string;

  @Field({
    description:
      'Download address; served as an attachment to those who may see it. Of a picture others than its owner get the one that we drew, without its metadata.',
  })
  url: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address for looking at it inside the portal; null where there is no safe preview, or none yet.',
  })
  previewUrl: string | null;

  @Field({
    description:
      'Whether the original is kept from the viewer: it may say whose it is, and they judge without knowing that. Its pages are shown.',
  })
  isWithheld: boolean;

  @Field(() => FilePreviewType, { description: 'Its pages as pictures.' })
  preview: FilePreviewType;
}
