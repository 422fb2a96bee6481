import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { SnakeNaming } from './snake-naming.js';

/** The connection pool. Features register their own entities; nothing is synchronised, only migrated. */
@Global()
@Module({})
export class DatabaseModule {
  /** The command line connects when a command needs it; every other door at its start. */
  static with({ connect }: { connect: boolean }): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            type: 'postgres' as const,
            url: config.databaseUrl,
            autoLoadEntities: true,
            namingStrategy: new SnakeNaming(),
            installExtensions: false,
            synchronize: false,
            manualInitialization: !connect,
            retryAttempts: 0,
            poolErrorHandler: () => undefined,
            // Days begin at midnight UTC for the database as they do for the code, wherever its server stands.
            extra: { max: 10, idleTimeoutMillis: 30_000, options: '-c TimeZone=UTC' },
          }),
        }),
      ],
    };
  }
}
