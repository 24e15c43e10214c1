import { renew, tokenOf } from './visitor.js';
import { reach, refusal } from './reach.js';

/** Sends a request with the visitor's token, once more with a new one where that is refused. */
export async function send(method, path, { json, body, headers = {}, signal } = {}) {
  const attempt = async () => {
    const token = await tokenOf();
    const options = { method, headers: { Authorization: `Bearer ${token}`, ...headers }, body, signal };
    if (json !== undefined) {
      options.body = JSON.stringify(json);
      options.headers['Content-Type'] = 'application/json';
    }
    return { token, response: await reach(path, options) };
  };
  let { token, response } = await attempt();
  if (response.status === 401 && await renew(token)) ({ response } = await attempt());
  if (!response.ok && response.status !== 304) throw await refusal(response);
  return response;
}

/** The `data` of a reply. */
export async function data(method, path, options) {
  const reply = await (await send(method, path, options)).json();
  return reply.data ?? reply;
}

/** The paths that name a session. */
export const at = (kind, session) => `/api/${kind}/nemo_agent/me/${session}`;
