import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { Config } from './platform/config/config.js';
import { DateScalar } from './platform/graphql/date.scalar.js';

/** Every resolver class that the modules name, found without starting anything. */
function resolversOf(module: Type | DynamicModule, seen = new Set<unknown>()): Type[] {
  const known = 'module' in module ? module.module : module;
  if (seen.has(known)) return [];
  seen.add(known);
  const listed = (key: string): unknown[] => [
    ...((Reflect.getMetadata(key, known) as unknown[] | undefined) ?? []),
    ...('module' in module ? ((module[key as keyof DynamicModule] as unknown[] | undefined) ?? []) : []),
  ];
  const own = listed('providers').filter(
    (each): each is Type => typeof each === 'function' && Reflect.hasMetadata('graphql:resolver_type', each),
  );
  const imported = listed('imports').filter(
    (each): each is Type | DynamicModule =>
      typeof each === 'function' || (each !== null && typeof each === 'object' && 'module' in each),
  );
  return [...own, ...imported.flatMap((each) => resolversOf(each, seen))];
}

const config = new Config({
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://nowhere/none',
  SESSION_SECRET: 'x'.repeat(32),
});
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
const schema = await app.get(GraphQLSchemaFactory).create(resolversOf(AppModule.with(config)), [DateScalar]);
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
