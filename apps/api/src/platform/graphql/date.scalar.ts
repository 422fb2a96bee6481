import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Type of a calendar day in code: `YYYY-MM-DD`. A class, so that decorators can name it. */
export class CalendarDay {}

function day(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError('A day looks like 2026-03-14.');
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
