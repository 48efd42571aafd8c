/** The server's addresses. Every failure is a `Trouble` with the server's own words. */

/** What the server answered instead, or that it cannot be reached (`status` 0). */
export class Trouble extends Error {
  constructor(status, message, code = status) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Trouble(0, error.message);
  }
  if (response.ok) return response;
  const body = await response.json().catch(() => ({}));
  throw new Trouble(response.status, body.message ?? response.statusText, body.code);
}

const read = async (path, options) => (await ask(path, options)).json();

const post = (path, body) =>
  read(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const query = (values) => new URLSearchParams(values).toString();

export const project = () => read('/api/project');
export const plan = (aspect) => read(`/api/plan?${query({ aspect })}`);
export const segment = (pointer) => read(`/api/segment?${query({ pointer })}`);
export const say = (text) => post('/api/say', { text });
export const renders = async () => (await read('/api/renders')).renders;
export const startRender = (wishes) => post('/api/renders', wishes);
export const cancelRender = (id) => post(`/api/renders/${encodeURIComponent(id)}/cancel`, {});

/** Adds files to the project. @param {File[]} files */
export function sendFiles(files) {
  const body = new FormData();
  for (const file of files) body.append('files', file, file.name);
  return read('/api/files', { method: 'POST', body });
}

/** Bytes of a part of the stream. */
export async function bytes(path, signal) {
  return new Uint8Array(await (await ask(path, { signal })).arrayBuffer());
}

/** The address of one frame; `width` in pixels, `scrub` as `CLIENT.SEQ`. */
export function frameAddress(stamp, index, { width, scrub } = {}) {
  const wishes = query({ ...(width && { w: width }), ...(scrub && { scrub }) });
  return `/api/frame/${stamp}/${index}.jpg${wishes && `?${wishes}`}`;
}

/** A frame's JPEG, or null where the server has a newer request to draw (204). */
export async function frame(address, signal) {
  const response = await ask(address, { signal });
  return response.status === 204 ? null : response.blob();
}

/** The frame at full size and the name that the server gives it. */
export async function snapshot(aspect, at) {
  const response = await ask(`/api/snapshot?${query({ aspect, at })}`);
  const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '');
  return { blob: await response.blob(), name: named?.[1] ?? `frame-${at}.png` };
}

/** The loudness over time: `{perSecond, values}` with a byte, 0…255, a window. */
export async function peaks(stamp) {
  const body = await read(`/api/sound/${stamp}/peaks`);
  return {
    perSecond: body.perSecond,
    values: Uint8Array.from(atob(body.peaks), (letter) => letter.charCodeAt(0)),
  };
}

/**
 * Listens to the server's events; the browser connects again by itself.
 * @param {Object<string, function(Object)>} handlers by the events' `type`
 * @param {function(boolean)} linked told when the connection comes and goes
 */
export function listen(handlers, linked) {
  const source = new EventSource('/api/events');
  source.onopen = () => linked(true);
  source.onerror = () => {
    linked(false);
    // After an answer that is no stream the browser gives up: the server may come back.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(handlers, linked), 3000);
  };
  source.onmessage = (message) => {
    const event = JSON.parse(message.data);
    handlers[event.type]?.(event);
  };
}
