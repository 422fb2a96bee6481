import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { GraphQLSchema } from 'graphql';

/** Builds the schema only behind the door that answers it: the worker, the set-up and the commands start without. */
export class WhereAskedDriver extends MercuriusDriver {
  override generateSchema(options: MercuriusDriverConfig): Promise<GraphQLSchema> | null {
    return this.httpAdapterHost.httpAdapter ? super.generateSchema(options) : null;
  }
}
