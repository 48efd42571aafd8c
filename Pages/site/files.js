/** Files dropped on the page, pasted or chosen. Texts go into the sentence, media to the server. */

import * as api from './api.js';
import { showAdded, write } from './chat.js';
import { $, toast } from './dom.js';
import { state } from './store.js';
import { t } from './words.js';

const isText = (file) => file.type.startsWith('text/') || /\.(txt|md)$/i.test(file.name);
const allowed = () => state.project && state.project.mode !== 'draft';

/** Opens the browser's choice of files. */
export const pickFiles = () => $('files').click();

export function startFiles() {
  let depth = 0; // a drag enters each element anew
  $('attach').addEventListener('click', pickFiles);
  $('files').addEventListener('change', (event) => {
    add([...event.target.files]);
    event.target.value = '';
  });
  const over = (shown) => ($('drop').hidden = !shown);
  const brings = ({ dataTransfer }) =>
    allowed() && ['Files', 'text/plain'].some((type) => dataTransfer?.types.includes(type));
  addEventListener('dragenter', (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    depth += 1;
    over(true);
  });
  addEventListener('dragover', (event) => brings(event) && event.preventDefault());
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (!depth) over(false);
  });
  addEventListener('drop', (event) => {
    depth = 0;
    over(false);
    if (!brings(event)) return;
    event.preventDefault();
    const { files } = event.dataTransfer;
    if (files.length) add([...files]);
    else write(event.dataTransfer.getData('text/plain'));
  });
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || !allowed()) return;
    event.preventDefault();
    add(files);
  });
}

async function add(files) {
  const texts = files.filter(isText);
  const media = files.filter((file) => !isText(file));
  const read = await Promise.all(texts.map((file) => file.text()));
  if (read.length) write(read.join('\n\n').trim());
  if (!media.length) return;
  const done = toast(t(media.length === 1 ? 'addingOne' : 'adding', { n: media.length, name: media[0].name }));
  try {
    const { files: added, changes, suggestions } = await api.sendFiles(media);
    showAdded(added.map((file) => file.name.replace(/^assets\//, '')), changes, suggestions);
  } catch (error) {
    toast(error.status ? error.message : t('noServer'), 'error');
  } finally {
    done();
  }
}
