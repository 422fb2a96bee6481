import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that came in whole, with its fingerprint. Its bytes are with the driver under `storageKey`. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('text')
  purpose: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } })
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  takenAt: Date | null;

  get storageKey(): string {
    return storageKeyOf(this.id);
  }
}

/** Where the bytes of a file lie. */
export function storageKeyOf(id: string): string {
  return `${id.slice(-2)}/${id}`;
}
