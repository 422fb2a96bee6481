import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A logo, made safe when it came in. Never changed: a new one is another image. */
@Entity('brand_image')
export class BrandImage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: 'SVG' | 'PNG';

  @Column('double precision')
  width: number;

  @Column('double precision')
  height: number;

  @Column('text')
  content: string;

  @Column('text', { nullable: true })
  viewBox: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;
}
