import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Type of a calendar day in code: `YYYY-MM-DD`. A class, so that decorators can name it. */
export class CalendarDay {}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function day(value: unknown): string {
  // There was no year 0: the database knows none, and who writes one mistyped.
  if (typeof value === 'string' && DAY.test(value) && !value.startsWith('0000')) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError('A day looks like 2026-03-14.');
}

function moment(value: unknown): Date {
  if (typeof value === 'string' && MOMENT.test(value) && !value.startsWith('0000')) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  throw new GraphQLError('A moment looks like 2026-03-14T09:26:00Z.');
}

@Scalar('Date', () => CalendarDay)
export class DateScalar implements CustomScalar<string, string> {
  description = 'A calendar day, YYYY-MM-DD.';

  parseValue(value: unknown): string {
    return day(value);
  }
  serialize(value: unknown): string {
    return day(value);
  }
  parseLiteral(ast: ValueNode): string {
    return day(ast.kind === Kind.STRING ? ast.value : null);
  }
}

/** In place of the framework's own, which lets moments through that are none. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'A moment, ISO 8601 with its offset from UTC, e.g. 2026-03-14T09:26:00.000Z.';

  parseValue(value: unknown): Date {
    return moment(value);
  }
  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString() : moment(value).toISOString();
  }
  parseLiteral(ast: ValueNode): Date {
    return moment(ast.kind === Kind.STRING ? ast.value : null);
  }
}
