/** Small helpers for making elements. Data only ever enters as text, never as markup. */

/** The element with this id. */
export const $ = (id) => document.getElementById(id);

/**
 * Makes an element.
 * @param {string} tag
 * @param {Object} [props] `class`, `text`, `on…` listeners, `data` (dataset); all others become
 *   attributes. `null`, `undefined` and `false` are left out, `true` is an empty attribute.
 * @param {...(Node|string|null)} kids
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') node.textContent = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...kids.filter((kid) => kid !== null && kid !== undefined));
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the sprite in the page, hidden from screen readers: its button has the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** Shows another icon in a button that holds one. */
export function setIcon(button, name) {
  button.querySelector('use').setAttribute('href', `#i-${name}`);
}

/** Tells screen readers something that sighted people see elsewhere. */
export function announce(text) {
  $('live').textContent = text;
}

/** Shows a short message for some seconds. `kind` is `note` or `error`. */
export function toast(text, kind = 'note') {
  const node = h('p', { class: `toast ${kind}`, text });
  $('toasts').append(node);
  setTimeout(() => node.remove(), kind === 'error' ? 8000 : 4000);
  return () => node.remove();
}

/** Offers bytes to be saved under a name. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A canvas made as sharp as the screen for the box it has, cleared, with a context that counts
 * CSS pixels.
 * @returns {{context: CanvasRenderingContext2D, width: number, height: number}}
 */
export function sharp(canvas, width = canvas.clientWidth, height = canvas.clientHeight) {
  const ratio = window.devicePixelRatio || 1;
  const [w, t] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== t) Object.assign(canvas, { width: w, height: t });
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

const colours = new Map();
const probe = h('span', { hidden: true });
document.body.append(probe);

/** The colour that a custom property of the style sheet has in the present light. */
export function colour(name) {
  if (!colours.has(name)) {
    probe.style.color = `var(${name})`;
    colours.set(name, getComputedStyle(probe).color);
  }
  return colours.get(name);
}

/** Forgets the colours: the light has changed. */
export const forgetColours = () => colours.clear();
