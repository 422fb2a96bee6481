import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { SnakeNaming } from './snake-naming.js';

/** The connection pool. Features register their own entities; nothing is synchronised, only migrated. */
@Global()
@Module({
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
        retryAttempts: 0,
        poolErrorHandler: () => undefined,
        extra: { max: 10, idleTimeoutMillis: 30_000 },
      }),
    }),
  ],
})
export class DatabaseModule {}
