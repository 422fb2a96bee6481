import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { fillDemoOrganisation } from './demo/demo-organisation.js';
import { type DemoPerson, OrganisationService } from './features/people/organisation.service.js';
import { SetupLinkService } from './features/sign-in/setup-link.service.js';
import { Viewer } from './platform/access/viewer.js';
import { configFromEnvironment } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { Transaction } from './platform/database/transaction.js';

/** Before the other doors open: schema, organisation, first administrator, and the demo organisation where one is wanted. */
const config = configFromEnvironment();
await migrate(config.databaseUrl);
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: ['error'],
  abortOnError: false,
});
const tx = await Transaction.open(app.get(DataSource), 'app_issuer', null);
try {
  const system = Viewer.system(tx);
  const organisations = app.get(OrganisationService);
  const created = !(await organisations.find(system));
  if (created && config.demoData) await fillDemoOrganisation(app, system);
  else if (created) await organisations.found(system, config);
  const organisation = await organisations.find(system);
  const people = config.demo ? await organisations.demoPeople(system) : [];
  const setupLink = await app.get(SetupLinkService).issue(system);
  await tx.commit();
  process.stdout.write(
    `${JSON.stringify({
      organisation: organisation?.name,
      demo: organisation?.isDemo ?? false,
      created,
      setupLink,
      people: oneOfEachRole(people).map(({ displayName, role, note }) => ({ name: displayName, role, note })),
    })}\n`,
  );
} catch (error) {
  await tx.rollback();
  throw error;
}
await app.close();

/** The first of each role: enough to begin with; the sign-in page lists everybody. */
function oneOfEachRole(people: DemoPerson[]): DemoPerson[] {
  return people.filter((person, index) => people.findIndex(({ role }) => role === person.role) === index);
}
