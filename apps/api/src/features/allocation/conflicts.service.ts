import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { ClaimsService } from '../assessments/claims.service.js';
import { PeopleService } from '../people/people.service.js';
import { ConflictDeclared } from './allocation.events.js';
import { ConflictDeclaration, type ConflictKind } from './conflict-declaration.entity.js';

const MOST_NOTE_CHARACTERS = 500;
/** More than anybody is near to; the list of one's own is shown whole. */
const MOST_DECLARATIONS = 200;

type Declared = ConflictDeclaration | InvalidInput | NotAllowed | NotFound;

/** To whom assessors say that they are too near. What is ended stays on record. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly claims: ClaimsService,
    private readonly people: PeopleService,
  ) {}

  mine(viewer: Viewer): Promise<ConflictDeclaration[]> {
    return viewer.tx.manager.find(ConflictDeclaration, {
      where: { personId: viewer.personId ?? '' },
      order: { since: 'DESC', id: 'DESC' },
      take: MOST_DECLARATIONS,
    });
  }

  /** Everybody's that stand, newest first; for whoever gives out work. */
  async page(viewer: Viewer, input: PageInput): Promise<Page<ConflictDeclaration>> {
    const from = readTimeCursor(input.after);
    const rows = await viewer.tx.manager
      .createQueryBuilder(ConflictDeclaration, 'it')
      .where('it.endedAt IS NULL')
      .andWhere(from ? '(it.since, it.id) < (:at, :id)' : 'true', from ?? {})
      .orderBy('it.since', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(limitOf(input))
      .getMany();
    const total = await viewer.tx.manager.countBy(ConflictDeclaration, { endedAt: IsNull() });
    return pageOf(rows, input, total, (row) => [row.since.toISOString(), row.id]);
  }

  async declare(
    viewer: Viewer,
    { otherPersonId, kind, note }: { otherPersonId: string; kind: ConflictKind; note: string },
  ): Promise<Declared> {
    const personId = viewer.personId ?? '';
    const other = isId(otherPersonId) ? await this.people.byId(viewer, otherPersonId) : null;
    if (!other) return InvalidInput.of('otherPersonId', 'Choose somebody from the directory.');
    if (viewer.isSelf(otherPersonId))
      return InvalidInput.of('otherPersonId', 'Choose somebody else: your own work is never offered to you.');
    if (note.length > MOST_NOTE_CHARACTERS)
      return InvalidInput.of('note', `A note has at most ${MOST_NOTE_CHARACTERS} characters.`);
    await viewer.tx.aloneIn(`conflicts ${personId}`);
    const known = await viewer.tx.manager.findBy(ConflictDeclaration, { personId, endedAt: IsNull() });
    const same = known.find((each) => each.otherPersonId === otherPersonId);
    if (same) return same;
    if (known.length >= MOST_DECLARATIONS)
      return new NotAllowed(`You have declared ${MOST_DECLARATIONS} conflicts. End one that is over first.`);

    const declaration = viewer.tx.manager.create(ConflictDeclaration, {
      id: newId(),
      personId,
      otherPersonId,
      kind,
      note: note.trim(),
      since: viewer.now,
      endedAt: null,
    });
    await viewer.tx.manager.insert(ConflictDeclaration, declaration);
    // What one holds of them goes back before one writes another word on it.
    await this.claims.putBackAllOf(viewer, otherPersonId, 'A conflict of interest was declared');
    await record(viewer, new ConflictDeclared(declaration.id, personId));
    return declaration;
  }

  async end(viewer: Viewer, id: string): Promise<Declared> {
    const found = isId(id)
      ? await viewer.tx.manager.findOneBy(ConflictDeclaration, { id, personId: viewer.personId ?? '' })
      : null;
    if (!found) return new NotFound('This declaration');
    if (found.endedAt) return found;
    found.endedAt = viewer.now;
    await viewer.tx.manager.update(ConflictDeclaration, { id }, { endedAt: viewer.now });
    return found;
  }
}
