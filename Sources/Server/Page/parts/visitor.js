import { change } from './store.js';
import { fresh, reach, refusal } from './reach.js';

const KEY = 'kinora.visitor';
const CLIENT = 'kinora.client';

let visitor = JSON.parse(localStorage.getItem(KEY) ?? 'null');
let asked = null;
let signIn = null;

/** Who asks a visitor with an account to sign in again; resolves to whether they did. */
export function askForSignIn(ask) { signIn = ask; }

/** The visitor: `{ token, user, email }`; `email` only with an account. */
export const who = () => visitor;

/** Keeps a reply of registration, sign-in or the token route. */
export function keep(reply, email = null) {
  visitor = { token: reply.token, user: reply.user_id, expires: reply.expires_at, email };
  localStorage.setItem(KEY, JSON.stringify(visitor));
  change({ visitor, credits: null });
}

/** Leaves the account; whoever comes next is somebody else. */
export function forget() {
  visitor = null;
  localStorage.removeItem(CLIENT);
  localStorage.removeItem(KEY);
  change({ visitor: null, credits: null });
}

/** The token, a new anonymous one for who has none. */
export async function tokenOf() {
  if (visitor) return visitor.token;
  asked ??= anonymous().finally(() => { asked = null; });
  await asked;
  return visitor.token;
}

/** What to do when a token is refused. Gives whether there is another one now. */
export async function renew(refused) {
  visitor = JSON.parse(localStorage.getItem(KEY) ?? 'null');
  if (visitor && visitor.token !== refused) return true;
  if (visitor?.email) return signIn ? signIn(visitor.email) : false;
  visitor = null;
  await tokenOf();
  return true;
}

async function anonymous() {
  const client = localStorage.getItem(CLIENT) ?? fresh();
  localStorage.setItem(CLIENT, client);
  const response = await reach('/api/auth/anonymous-token', { method: 'POST', headers: { 'X-Client-Id': client } });
  if (!response.ok) throw await refusal(response);
  keep((await response.json()).data);
}

addEventListener('storage', (event) => {
  if (event.key !== KEY) return;
  visitor = JSON.parse(event.newValue ?? 'null');
  change({ visitor });
});
