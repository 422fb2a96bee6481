import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoPicture } from './drawing.js';

/** The pictures of one file, or why there are none. While there is no row they are being made. */
@Entity('file_preview')
export class FilePreview {
  @PrimaryColumn('uuid')
  fileId: string;

  @Column('text')
  state: 'READY' | 'IMPOSSIBLE';

  @Column('text', { nullable: true })
  reason: NoPicture | 'FAILED' | null;

  @Column('jsonb')
  pages: { width: number; height: number }[];

  @Column('int')
  pageCount: number;

  @Column('boolean')
  activeContent: boolean;

  @Column('timestamptz')
  madeAt: Date;
}
