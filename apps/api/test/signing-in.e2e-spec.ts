import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addGrant, addUnit } from './support/grants.js';
import { startIdentityProvider, type TestProvider } from './support/identity-provider.js';
import { addPeople, foundOrganisation, refusalOfSql } from './support/programme.js';
import { Visitor } from './support/visitor.js';

const PUBLIC_URL = 'http://localhost:4000';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const ADD = `mutation($input: AddIdentityProviderInput!) { done: addIdentityProvider(input: $input) { __typename
  ... on IdentityProvider { id name hasSecret enabled viewerCan } ... on InvalidInput { problems { field message } } } }`;
const CHANGE = `mutation($id: ID!, $input: ChangeIdentityProviderInput!) { done: changeIdentityProvider(id: $id, input: $input) { __typename
  ... on IdentityProvider { id name hasSecret enabled } ... on InvalidInput { problems { field message } } ... on Refusal { message } } }`;

interface Done {
  __typename: string;
  id: string;
  hasSecret: boolean;
  viewerCan: string[];
  problems: { field: string }[];
}

describe('signing in by OpenID Connect', () => {
  let api: TestApi;
  let idp: TestProvider;
  let admin: TestClient;
  let ids: Record<'ada' | 'cleo' | 'gone' | 'plain', string>;
  let providerId: string;

  beforeAll(async () => {
    api = await startApi();
    idp = await startIdentityProvider({ publicUrl: PUBLIC_URL, url: api.url });
    await foundOrganisation(api);
    ids = await addPeople(api, { ada: ['ADMINISTRATOR'], cleo: [], gone: [], plain: [] });
    for (const [name, id] of Object.entries(ids))
      await api.sql('UPDATE person SET email = $2 WHERE id = $1', [id, `${name}@example.org`]);
    await api.sql('UPDATE person SET active = false WHERE id = $1', [ids.gone]);
    admin = await api.as(ids.ada);
    const done = await add({ clientSecret: idp.clientSecret });
    expect(done).toMatchObject({ __typename: 'IdentityProvider', hasSecret: true, viewerCan: ['change', 'remove'] });
    providerId = done.id;
  });
  afterAll(async () => {
    await api.close();
    await idp.close();
  });

  const add = async (input: object): Promise<Done> => {
    const defaults = { name: 'Company account', issuer: idp.issuer, clientId: idp.clientId };
    return (await admin.query<{ done: Done }>(ADD, { input: { ...defaults, ...input } })).done;
  };
  const change = async (input: object, id = providerId): Promise<Done> =>
    (await admin.query<{ done: Done }>(CHANGE, { id, input })).done;
  const visitor = () => new Visitor(api, PUBLIC_URL, { 'user-agent': FIREFOX });
  const arrive = (who: Visitor, as: string, to = '/growth/badges?tab=all') =>
    who.go(`/auth/openid/start/${providerId}?to=${encodeURIComponent(to)}`, as);
  const account = (sub: string, claims: object) =>
    idp.accounts.set(sub, { email_verified: true, name: sub, ...claims });

  it('offers the provider to strangers, and gives its secret to nobody', async () => {
    const { signInOptions } = await api.stranger.query<{ signInOptions: object }>(
      '{ signInOptions { demo setupNeeded providers { id name startPath } } }',
    );
    expect(signInOptions).toEqual({
      demo: true,
      setupNeeded: false,
      providers: [{ id: providerId, name: 'Company account', startPath: `/auth/openid/start/${providerId}` }],
    });
    const rows = await api.sql<{ client_secret: Buffer }>('SELECT client_secret FROM identity_provider');
    expect(rows[0]?.client_secret.includes(idp.clientSecret)).toBe(false);
    expect(await refusalOfSql(api, 'app_api', 'SELECT client_secret FROM identity_provider')).toMatch(
      /permission denied/,
    );
    expect(JSON.stringify(await api.sql('SELECT detail FROM audit_entry'))).not.toContain(idp.clientSecret);
  });

  it('finds the person by the mail address, goes on where they wanted to, and says where they are signed in', async () => {
    account('cleo-there', { email: 'Cleo@Example.org' });
    const cleo = visitor();
    expect(await arrive(cleo, 'cleo-there')).toBe('/growth/badges?tab=all');
    expect(await cleo.who()).toBe('cleo');
    const { mySessions } = await cleo.client.query<{ mySessions: object[] }>(
      '{ mySessions { device method providerName current startedAt seenAt endsAt } }',
    );
    expect(mySessions).toEqual([
      expect.objectContaining({
        device: 'Firefox on Windows',
        method: 'OPENID_CONNECT',
        providerName: 'Company account',
        current: true,
      }),
    ]);
    expect(cleo.visited.join()).not.toMatch(/id_token|access_token/);
  });

  it('knows the account again when its mail address has changed', async () => {
    account('cleo-there', { email: 'married@example.org' });
    const again = visitor();
    await arrive(again, 'cleo-there');
    expect(await again.who()).toBe('cleo');
  });

  it('does not give a person to another account that came into the mail address', async () => {
    account('newcomer', { email: 'cleo@example.org' });
    const newcomer = visitor();
    expect(await arrive(newcomer, 'newcomer')).toBe('/sign-in?problem=conflict');
    expect(await newcomer.who()).toBeNull();
  });

  describe('forgetting one account', () => {
    const ACCOUNTS = '{ mine: myAccounts { id providerName viewerCan } }';
    interface Account {
      id: string;
      providerName: string | null;
      viewerCan: string[];
    }
    const mine = async (who: Visitor) => (await who.client.query<{ mine: Account[] }>(ACCOUNTS)).mine;
    const forget = async (who: TestClient, id: string | undefined, reason: string | null = null) =>
      (
        await who.query<{ done: { __typename: string; ended?: number } }>(
          `mutation($id: ID!, $reason: String) { done: forgetAccount(id: $id, reason: $reason) { __typename
             ... on ForgottenAccount { ended } ... on InvalidInput { problems { field } } ... on Refusal { message } } }`,
          { id: id ?? '', reason },
        )
      ).done;
    let dora: string;
    const here = visitor;
    const linkTo = async (personId: string, issuer: string) => {
      const id = newId();
      await api.sql(
        `INSERT INTO identity_link (id, issuer, subject, person_id, linked_at) VALUES ($1, $2, $3::text, $4, '2026-01-01')`,
        [id, issuer, id, personId],
      );
      return id;
    };

    beforeAll(async () => {
      ({ dora } = await addPeople(api, { dora: [] }));
      await api.sql(`UPDATE person SET email = 'dora@example.org' WHERE id = $1`, [dora]);
      account('dora-there', { email: 'dora@example.org' });
    });

    afterAll(async () => {
      await api.sql('DELETE FROM identity_link WHERE person_id = $1', [dora]);
    });

    it('keeps the only one of a person, and forgets one of two with the sign-ins that came by it', async () => {
      const [one, other] = [here(), here()];
      await arrive(one, 'dora-there');
      await arrive(other, 'dora-there');
      const [only] = await mine(one);
      expect(only).toMatchObject({ providerName: 'Company account', viewerCan: ['see'] });
      expect(await forget(one.client, only?.id)).toMatchObject({ __typename: 'NotAllowed' });
      // Of a provider that nobody uses any more: it opens nothing.
      await linkTo(dora, 'https://gone.example.org');
      expect(await forget(one.client, only?.id)).toMatchObject({ __typename: 'NotAllowed' });

      await api.sql(
        `INSERT INTO identity_provider (id, name, issuer, client_id, enabled, created_at, changed_at, approved_at)
         VALUES ($1, 'Guests', 'https://guests.example.org', 'x', true, now(), now(), now())`,
        [newId()],
      );
      await linkTo(dora, 'https://guests.example.org');
      expect((await mine(one))[0]?.viewerCan).toEqual(['see', 'forget']);
      // The browser that asks goes on.
      expect(await forget(one.client, only?.id)).toEqual({ __typename: 'ForgottenAccount', ended: 1 });
      expect(await one.who()).toBe('dora');
      expect(await other.who()).toBeNull();
      expect((await mine(one)).map(({ id }) => id)).not.toContain(only?.id);
      expect(await mine(one)).toHaveLength(2);
      await arrive(other, 'dora-there');
      expect(await other.who()).toBe('dora');
      await api.sql(`DELETE FROM identity_provider WHERE name = 'Guests'`);
    });

    it('lets whoever keeps access forget one of somebody else, who is told why, but none of an administrator', async () => {
      const who = here();
      await arrive(who, 'dora-there');
      const [first] = await mine(who);
      const cleo = await api.as(ids.cleo);
      expect(await forget(cleo, first?.id, 'Mine now.')).toMatchObject({ __typename: 'NotFound' });
      expect(await forget(admin, first?.id, ' ')).toEqual({
        __typename: 'InvalidInput',
        problems: [{ field: 'reason' }],
        message: expect.any(String),
      });
      expect(await who.who()).toBe('dora');

      expect(await forget(admin, first?.id, 'The account was made anew.')).toMatchObject({ ended: 3 });
      expect(await who.who()).toBeNull();
      expect(await forget(admin, first?.id, 'Again.')).toMatchObject({ __typename: 'NotFound' });
      const [told] = await api.sql<{ payload: object }>(
        `SELECT payload FROM domain_event WHERE type = 'AccountForgotten' AND subject_id = $1`,
        [dora],
      );
      expect(told?.payload).toMatchObject({ providerName: 'Company account', reason: 'The account was made anew.' });
      const written = await api.sql<{ target: string; actor_id: string }>(
        `SELECT target, actor_id FROM audit_entry WHERE operation = 'forgetAccount' AND target = $1 AND NOT detail ? 'refused'`,
        [first?.id],
      );
      expect(written).toEqual([{ target: first?.id, actor_id: ids.ada }]);

      account('dora-anew', { email: 'dora@example.org' });
      const anew = here();
      await arrive(anew, 'dora-anew');
      expect(await anew.who()).toBe('dora');

      const unit = await addUnit(api, 'Works');
      await addGrant(api, ids.plain, 'ADMINISTRATOR', { unit });
      const theirs = await linkTo(ids.plain, 'https://guests.example.org');
      expect(await forget(admin, theirs, 'To become them.')).toMatchObject({ __typename: 'NotAllowed' });
      await api.sql('DELETE FROM role_grant WHERE person_id = $1', [ids.plain]);
      await api.sql('DELETE FROM identity_link WHERE id = $1', [theirs]);
    });
  });

  it('lets nobody in whom nobody knows', async () => {
    account('stranger', { email: 'stranger@elsewhere.example' });
    const stranger = visitor();
    expect(await arrive(stranger, 'stranger')).toBe('/sign-in?problem=unknown');
    expect(await stranger.who()).toBeNull();
    account('nameless', { email: undefined });
    expect(await arrive(visitor(), 'nameless')).toBe('/sign-in?problem=unknown');
  });

  it('believes a mail address only when the provider vouches for it, or the organisation said otherwise', async () => {
    account('plain-there', { email: 'plain@example.org', email_verified: false });
    expect(await arrive(visitor(), 'plain-there')).toBe('/sign-in?problem=unverified');
    await change({ trustUnverifiedEmail: true });
    const plain = visitor();
    await arrive(plain, 'plain-there');
    expect(await plain.who()).toBe('plain');
    await change({ trustUnverifiedEmail: false });
  });

  it('lets nobody in who left, even by a known account, and writes it down', async () => {
    account('gone-there', { email: 'gone@example.org' });
    expect(await arrive(visitor(), 'gone-there')).toBe('/sign-in?problem=inactive');
    expect(await arrive(visitor(), 'gone-there')).toBe('/sign-in?problem=inactive');
    const rows = await api.sql<{ detail: object }>(
      "SELECT detail FROM audit_entry WHERE operation = 'signIn' AND target = $1",
      [ids.gone],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ refused: 'inactive', provider: providerId }),
      expect.objectContaining({ refused: 'inactive', provider: providerId }),
    ]);
  });

  it('does not keep an account for somebody who left, whose address may be another one’s by now', async () => {
    account('heir', { email: 'gone@example.org' });
    expect(await arrive(visitor(), 'heir')).toBe('/sign-in?problem=inactive');
    expect(await api.sql('SELECT FROM identity_link WHERE person_id = $1', [ids.gone])).toEqual([]);
    await api.sql("UPDATE person SET active = true, email = 'back@example.org' WHERE id = $1", [ids.gone]);
    const heir = visitor();
    expect(await arrive(heir, 'heir')).toBe('/sign-in?problem=unknown');
    expect(await heir.who()).toBeNull();
    // Whose last day was yesterday is as far away as whom somebody shut out.
    await api.sql("UPDATE person SET last_day = current_date - 1, email = 'gone@example.org' WHERE id = $1", [
      ids.gone,
    ]);
    expect(await arrive(visitor(), 'heir')).toBe('/sign-in?problem=inactive');
    expect(await api.sql('SELECT FROM identity_link WHERE person_id = $1', [ids.gone])).toEqual([]);
  });

  it('takes somebody new in only where that is switched on, and only from the domains that were named', async () => {
    account('nia', { email: 'nia@works.example', name: 'Nia Brand' });
    account('eve', { email: 'eve@notworks.example', name: 'Eve' });
    expect(await arrive(visitor(), 'nia')).toBe('/sign-in?problem=unknown');
    expect((await change({ createPeople: true })).problems).toMatchObject([{ field: 'allowedDomains' }]);
    await change({ createPeople: true, allowedDomains: ['@Works.example'] });
    expect(await arrive(visitor(), 'eve')).toBe('/sign-in?problem=unknown');
    // Two browsers at once are one person.
    const [one, other] = [visitor(), visitor()];
    await Promise.all([arrive(one, 'nia'), arrive(other, 'nia')]);
    expect([await one.who(), await other.who()]).toEqual(['Nia Brand', 'Nia Brand']);
    expect(await api.sql("SELECT id FROM person WHERE email = 'nia@works.example'")).toHaveLength(1);
    await change({ createPeople: false });
  });

  it('finds the person by the personnel number where a claim is named, and refuses when number and mail disagree', async () => {
    await api.sql("UPDATE person SET person_number = 'P-17', email = 'old@example.org' WHERE id = $1", [ids.plain]);
    await api.sql('DELETE FROM identity_link WHERE person_id = $1', [ids.plain]);
    account('p17', { email: 'unheard-of@example.org', employee_number: 'p-17' });
    expect(await arrive(visitor(), 'p17')).toBe('/sign-in?problem=unknown');
    await change({ personNumberClaim: 'employee_number' });
    const plain = visitor();
    await arrive(plain, 'p17');
    expect(await plain.who()).toBe('plain');
    account('both', { email: 'ada@example.org', employee_number: 'P-17' });
    expect(await arrive(visitor(), 'both')).toBe('/sign-in?problem=conflict');
    // The mail address of one with the number of nobody: an address that was given out again.
    account('next', { email: 'old@example.org', employee_number: 'P-18' });
    expect(await arrive(visitor(), 'next')).toBe('/sign-in?problem=conflict');
    await change({ personNumberClaim: '' });
  });

  it('is written down: who, how and by which provider, never a token', async () => {
    const rows = await api.sql<{ detail: object }>(
      "SELECT actor_id, detail FROM audit_entry WHERE operation = 'signIn' AND actor_id = $1 ORDER BY at",
      [ids.cleo],
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows[0]?.detail).toEqual({ method: 'OPENID_CONNECT', provider: providerId, session: expect.any(String) });
    expect(JSON.stringify(await api.sql('SELECT detail FROM audit_entry'))).not.toContain('eyJ');
  });

  it('signs out here and at the provider', async () => {
    const cleo = visitor();
    await arrive(cleo, 'cleo-there');
    const stolen = new Visitor(api, PUBLIC_URL);
    stolen.plant(cleo.cookie ?? '');
    expect(await stolen.who()).toBe('cleo');
    const { continueAt } = (await (await cleo.fetch('/auth/sign-out', { method: 'POST' })).json()) as {
      continueAt: string;
    };
    expect(await cleo.who()).toBeNull();
    expect(await stolen.who()).toBeNull();
    const away = new URL(continueAt);
    expect(away.origin).toBe(idp.issuer);
    expect(away.searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/sign-in`);
    expect(away.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
  });

  it('hears when somebody signs out at the provider, and ends what came by that session at once', async () => {
    const [cleo, elsewhere] = [visitor(), visitor()];
    await arrive(cleo, 'cleo-there');
    await arrive(elsewhere, 'cleo-there');
    expect(await cleo.who()).toBe('cleo');
    await signOutThere(cleo);
    expect(await cleo.who()).toBeNull();
    // Another browser has another session there.
    expect(await elsewhere.who()).toBe('cleo');
    expect(
      await api.sql("SELECT FROM audit_entry WHERE operation = 'backchannelLogout' AND target = $1", [ids.cleo]),
    ).toHaveLength(1);
  });

  /** As a person would at the provider's own page: it asks, and the answer ends its session. */
  async function signOutThere(who: Visitor): Promise<void> {
    const page = await (await who.fetch(`${idp.issuer}/session/end`)).text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    const response = await who.fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
    });
    expect(response.status).toBeLessThan(400);
  }

  describe('keeping providers', () => {
    it('names everything that is wrong, and writes nothing', async () => {
      const wrong = await add({
        name: ' ',
        issuer: 'http://login.example.org',
        clientId: '',
        createPeople: true,
        allowedDomains: ['not a domain'],
      });
      expect(wrong.problems.map(({ field }) => field).sort()).toEqual(['allowedDomains', 'clientId', 'issuer', 'name']);
      expect((await add({ issuer: `${idp.issuer}/` })).problems).toMatchObject([{ field: 'issuer' }]);
      expect(await api.sql('SELECT FROM identity_provider')).toHaveLength(1);
    });

    it('never sends a kept secret to another address', async () => {
      expect((await change({ issuer: 'https://elsewhere.example' })).problems).toMatchObject([
        { field: 'clientSecret' },
      ]);
      expect((await change({ clientId: 'other' })).problems).toMatchObject([{ field: 'clientSecret' }]);
      // Not even when somebody changes the row by hand: the seal names what it is for.
      await api.sql('UPDATE identity_provider SET client_id = $1', ['other']);
      expect(await arrive(visitor(), 'cleo-there')).toBe('/sign-in?problem=misconfigured');
      await api.sql('UPDATE identity_provider SET client_id = $1', [idp.clientId]);
    });

    it('is for administrators only', async () => {
      const plain = await api.as(ids.plain);
      for (const asked of [
        '{ identityProviders { id } }',
        '{ identityProviderAddresses { redirect } }',
        `mutation { removeIdentityProvider(id: "${providerId}") { __typename } }`,
        `mutation { tryIdentityProvider(issuer: "https://x.example") { __typename } }`,
      ])
        expect((await plain.ask(asked)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    });

    it('counts the people who came by it and says what to tell it', async () => {
      const { identityProviders, identityProviderAddresses } = await admin.query<{
        identityProviders: { peopleCount: number; problem: string | null; fromConfiguration: boolean }[];
        identityProviderAddresses: object;
      }>(
        '{ identityProviders { peopleCount problem fromConfiguration } identityProviderAddresses { redirect afterLogout backchannelLogout } }',
      );
      expect(identityProviders).toEqual([{ peopleCount: expect.any(Number), problem: null, fromConfiguration: false }]);
      expect(identityProviders[0]?.peopleCount).toBeGreaterThanOrEqual(3);
      expect(identityProviderAddresses).toEqual({
        redirect: `${PUBLIC_URL}/auth/openid/callback`,
        afterLogout: `${PUBLIC_URL}/sign-in`,
        backchannelLogout: `${PUBLIC_URL}/auth/openid/backchannel-logout`,
      });
    });

    it('asks a provider about itself, and says in words why it cannot be used', async () => {
      const TRY = `mutation($issuer: String!) { done: tryIdentityProvider(issuer: $issuer) { __typename
        ... on DiscoveredProvider { issuer keyCount endsSessions tellsLogout warnings } ... on Refusal { message } } }`;
      const look = async (issuer: string) => (await admin.query<{ done: { message?: string } }>(TRY, { issuer })).done;
      expect(await look(idp.issuer)).toEqual({
        __typename: 'DiscoveredProvider',
        issuer: idp.issuer,
        keyCount: 1,
        endsSessions: true,
        tellsLogout: true,
        warnings: [],
      });
      expect(await look('http://10.0.0.1')).toMatchObject({ __typename: 'InvalidInput' });
      expect(await look('http://localhost:1')).toMatchObject({ __typename: 'ProviderUnreachable' });
    });

    it('ends the sign-ins that came by it when it is switched off, and asks it no more', async () => {
      const cleo = visitor();
      await arrive(cleo, 'cleo-there');
      expect(await cleo.who()).toBe('cleo');
      await change({ enabled: false });
      expect(await cleo.who()).toBeNull();
      expect(await arrive(visitor(), 'cleo-there')).toBe('/sign-in?problem=misconfigured');
      await change({ enabled: true });
      await arrive(cleo, 'cleo-there');
      expect(await cleo.who()).toBe('cleo');
    });

    it('ends the sign-ins and forgets the accounts of an issuer that it has no more', async () => {
      const cleo = visitor();
      await arrive(cleo, 'cleo-there');
      expect(await cleo.who()).toBe('cleo');
      await change({ issuer: 'http://localhost:1', clientSecret: 'another' });
      expect(await cleo.who()).toBeNull();
      expect(await api.sql('SELECT FROM identity_link')).toHaveLength(0);
      account('cleo-there', { email: 'cleo@example.org' });
      await change({ issuer: idp.issuer, clientSecret: idp.clientSecret });
      await arrive(cleo, 'cleo-there');
      expect(await cleo.who()).toBe('cleo');
      // Another way to write it is the same issuer.
      await change({ issuer: `${idp.issuer}/`, clientSecret: idp.clientSecret });
      expect(await cleo.who()).toBe('cleo');
      await change({ issuer: idp.issuer, clientSecret: idp.clientSecret });
    });

    it('waits for a second administrator as soon as there is one, and lets nobody in until then', async () => {
      const { bo } = await addPeople(api, { bo: ['ADMINISTRATOR'] });
      const [{ email }] = (await api.sql<{ email: string }>('SELECT email FROM person WHERE id = $1', [bo])) as [
        { email: string },
      ];
      const second = await api.as(bo);
      const offers = async () =>
        (await api.stranger.query<{ signInOptions: { providers: object[] } }>('{ signInOptions { providers { id } } }'))
          .signInOptions.providers.length;
      const stands = async () =>
        (
          await second.query<{ identityProviders: [Record<'state' | 'askedAt', string>] }>(
            '{ identityProviders { state askedAt askedBy { displayName } approvedBy { displayName } } }',
          )
        ).identityProviders[0];
      const agree = async (who: TestClient, askedAt: string) =>
        (
          await who.query<{ done: object }>(
            `mutation($id: ID!, $askedAt: DateTime!) { done: approveIdentityProvider(id: $id, askedAt: $askedAt) { __typename
              ... on IdentityProvider { state } ... on Refusal { message } } }`,
            { id: providerId, askedAt },
          )
        ).done;
      expect(await stands()).toMatchObject({ state: 'IN_USE', askedBy: { displayName: 'ada' }, approvedBy: null });
      const cleo = visitor();
      await arrive(cleo, 'cleo-there');
      await change({ name: 'Company' });
      expect(await cleo.who()).toBe('cleo');

      await change({ trustUnverifiedEmail: true });
      expect(await cleo.who()).toBeNull();
      expect(await offers()).toBe(0);
      account('not-bo', { email });
      expect(await arrive(visitor(), 'not-bo')).toBe('/sign-in?problem=misconfigured');
      const seen = await stands();
      expect(seen.state).toBe('WAITS');
      expect(await agree(admin, seen.askedAt)).toMatchObject({ __typename: 'NotAllowed' });

      await change({ trustUnverifiedEmail: false });
      expect(await agree(second, seen.askedAt)).toMatchObject({ __typename: 'ProviderChangedMeanwhile' });
      expect(await agree(second, (await stands()).askedAt)).toEqual({
        __typename: 'IdentityProvider',
        state: 'IN_USE',
      });
      expect(await stands()).toMatchObject({ approvedBy: { displayName: 'bo' } });
      expect(await offers()).toBe(1);
      await arrive(cleo, 'cleo-there');
      expect(await cleo.who()).toBe('cleo');
      await change({ enabled: false });
      await change({ enabled: true });
      expect((await stands()).state).toBe('WAITS');
    });

    it('forgets which accounts were whom when it is removed', async () => {
      const { done } = await admin.query<{ done: object }>(
        'mutation($id: ID!) { done: removeIdentityProvider(id: $id) { __typename ... on RemovedIdentityProvider { id } } }',
        { id: providerId },
      );
      expect(done).toEqual({ __typename: 'RemovedIdentityProvider', id: providerId });
      expect(await api.sql('SELECT FROM identity_link')).toHaveLength(0);
      expect(await arrive(visitor(), 'cleo-there')).toBe('/sign-in?problem=misconfigured');
      expect((await change({ name: 'x' }, newId())).__typename).toBe('NotFound');
    });
  });
});

describe('a provider of the configuration', () => {
  it('lets people in, is shown, and is changed nowhere else', async () => {
    const idp = await startIdentityProvider({ publicUrl: PUBLIC_URL });
    const api = await startApi({
      env: {
        OIDC_ISSUER: idp.issuer,
        OIDC_CLIENT_ID: idp.clientId,
        OIDC_CLIENT_SECRET: idp.clientSecret,
        OIDC_NAME: 'Works account',
      },
    });
    try {
      await foundOrganisation(api);
      const { ada } = await addPeople(api, { ada: ['ADMINISTRATOR'] });
      const [{ email }] = (await api.sql<{ email: string }>('SELECT email FROM person')) as [{ email: string }];
      idp.accounts.set('ada-there', { email, email_verified: true });
      const visitor = new Visitor(api, PUBLIC_URL);
      const { signInOptions } = await api.stranger.query<{
        signInOptions: { providers: { id: string; name: string; startPath: string }[] };
      }>('{ signInOptions { providers { id name startPath } } }');
      const [offered] = signInOptions.providers;
      expect(offered?.name).toBe('Works account');
      await api.sql("UPDATE first_sign_in SET token_sha256 = 'printed', token_ends_at = now() + interval '1 hour'");
      expect(await visitor.go(offered?.startPath ?? '', 'ada-there')).toBe('/');
      expect(await visitor.who()).toBe('ada');
      // An administrator is in: the link of the start that nobody used is no way in any more.
      expect(await api.sql('SELECT token_sha256 AS left FROM first_sign_in')).toEqual([{ left: null }]);

      const admin = await api.as(ada);
      const { identityProviders } = await admin.query<{ identityProviders: object[] }>(
        '{ identityProviders { id fromConfiguration hasSecret peopleCount viewerCan } }',
      );
      expect(identityProviders).toEqual([
        { id: offered?.id, fromConfiguration: true, hasSecret: true, peopleCount: 1, viewerCan: [] },
      ]);
      const { done } = await admin.query<{ done: object }>(CHANGE, { id: offered?.id, input: { enabled: false } });
      expect(done).toMatchObject({ __typename: 'NotAllowed' });
    } finally {
      await api.close();
      await idp.close();
    }
  });
});
