/** A failure in the server's words or, where it could not be reached, in ours. `code` is the contract's. */
export class Refusal extends Error {
  constructor(code, message, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
  get isOffline() { return this.code === 'offline'; }
}

/** Sends a request without a token. */
export async function reach(path, options) {
  try {
    return await fetch(path, { cache: 'no-store', credentials: 'omit', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal('offline', '');
  }
}

/** What a reply refuses, in its own words. */
export async function refusal(response) {
  const reply = await response.json().catch(() => null);
  return new Refusal(
    String(reply?.code ?? response.status),
    reply?.message ?? reply?.detail ?? `${response.status} ${response.statusText}`, response.status);
}

/** A name that nobody else has; pages without https lack `randomUUID`. */
export function fresh() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
