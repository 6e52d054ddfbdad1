// An OpenID Connect provider with a few people, for tests/src/identity.rs:
//
//   node provider.js PORT REDIRECT_URI
//
// Who signs in is said by `login_hint`; without one, or with an unknown one, the person is asked to and
// declines. What they agree to is agreed to. The clock is the machine's.
import http from 'node:http';
import { Provider } from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const people = {
  alan: { name: 'Alan Torres', groups: ['requesters', 'agents'] },
  ruth: { name: 'Ruth Ríos', groups: ['requesters'], email_verified: false },
  nora: { name: 'Nora Leal', groups: [] },
  // The name of somebody who has an account at the desk.
  mallory: { name: 'Mallory', groups: ['requesters'], preferred_username: 'admin' },
  nameless: { name: 'Nobody', groups: ['requesters'], preferred_username: undefined },
};

const claims = (id) => ({ sub: `subject-${id}`, preferred_username: id, email: `${id}@example.test`, email_verified: true, ...people[id] });

const client = (client_id, more) => ({
  client_id,
  redirect_uris: [redirect],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  ...more,
});

const provider = new Provider(issuer, {
  clients: [
    client('desk', { client_secret: 'desk-secret' }),
    client('public', { token_endpoint_auth_method: 'none' }),
  ],
  pkce: { required: () => true },
  scopes: ['openid', 'profile', 'email', 'groups'],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'], groups: ['groups'] },
  cookies: { keys: ['a key of the tests'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => people[id] && { accountId: id, claims: () => claims(id) },
  renderError: (context, error) => { context.type = 'json'; context.body = error; },
});

const answer = provider.callback();

http.createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response);
  try {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      const result = people[params.login_hint]
        ? { login: { accountId: params.login_hint } }
        : { error: 'access_denied', error_description: 'the person has declined' };
      return await provider.interactionFinished(request, response, result);
    }
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    const consent = { grantId: await grant.save() };
    return await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
}).listen(port, '127.0.0.1', () => console.log(`listening on ${issuer}`));
