'use strict';

// Everything is put into the page as text, never as markup.
const make = (tag, text, parent) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (parent) parent.append(element);
  return element;
};

const field = (label, input, parent) => {
  const box = make('label', label, parent);
  box.append(input);
  return input;
};

let openapi;
const resolve = (value) => value && value.$ref ? value.$ref.slice(2).split('/').reduce((at, name) => at[name], openapi) : value;

const show = (output, text) => {
  try { output.textContent = JSON.stringify(JSON.parse(text), null, 2); } catch { output.textContent = text; }
};

// A schema as people read it: a member a line, what may be left out with a question mark.
function shape(schema, indent = '') {
  const parts = (whole) => { const part = resolve(whole); return part.allOf ? part.allOf.flatMap(parts) : [part]; };
  const all = parts(schema);
  const one = all[0];
  if (one.oneOf) return one.oneOf.map((choice) => shape(choice, indent)).join(' | ');
  if (one.enum) return one.enum.join(' | ');
  if (one.items) return `[${shape(one.items, indent)}]`;
  const members = all.flatMap((part) => Object.entries(part.properties || {}));
  const needed = all.flatMap((part) => part.required || []);
  const type = [].concat(one.type || '').join(' | ');
  if (members.length === 0) return one.format ? `${type} (${one.format})` : type;
  const line = ([name, member]) => {
    const told = member.description || resolve(member).description;
    return `${indent}  ${name}${needed.includes(name) ? '' : '?'}: ${shape(member, `${indent}  `)}${told ? `  — ${told}` : ''}`;
  };
  const nothing = [].concat(one.type).includes('null') ? ' | null' : '';
  return `{\n${members.map(line).join('\n')}\n${indent}}${nothing}`;
}

function shapes(title, content, parent) {
  for (const [mediaType, { schema }] of Object.entries(content || {})) {
    if (!mediaType.endsWith('json') && !mediaType.endsWith('urlencoded')) continue;
    const box = make('details', '', parent);
    make('summary', `${title} ${mediaType}`, box);
    make('pre', shape(schema), box).tabIndex = 0;
  }
}

function parameters(call, parent) {
  return (call.parameters || []).map(resolve).map((parameter) => {
    const values = resolve(parameter.schema).enum;
    const input = make(values ? 'select' : 'input');
    for (const value of values ? ['', ...values] : []) make('option', value, input);
    input.value = parameter.example || '';
    return { ...parameter, input: field(`${parameter.name} (${parameter.in}) ${parameter.description || ''}`, input, parent) };
  });
}

function requestBody(call, parent) {
  if (!call.requestBody) return null;
  const [mediaType, content] = Object.entries(call.requestBody.content)[0];
  const text = make('textarea');
  const asText = (value) => typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  const examples = Object.entries(content.examples || {});
  if (examples.length > 1) {
    const choice = make('select');
    for (const [name] of examples) make('option', name, choice);
    choice.addEventListener('change', () => { text.value = asText(content.examples[choice.value].value); });
    field('Example', choice, parent);
  }
  if (examples.length > 0) text.value = asText(examples[0][1].value);
  else if (content.example) text.value = asText(content.example);
  const needed = call.requestBody.required;
  field(needed ? mediaType : `${mediaType}, or nothing`, text, parent);
  return { mediaType, text, needed };
}

async function send(path, method, call, fields, body, output) {
  let address = path;
  const query = new URLSearchParams();
  for (const one of fields) {
    if (one.in === 'path') address = address.replace(`{${one.name}}`, encodeURIComponent(one.input.value));
    else if (one.input.value) query.set(one.name, one.input.value);
  }
  const headers = {};
  const token = document.getElementById('token').value.trim();
  if (call.security.length > 0 && token) headers.Authorization = `Bearer ${token}`;
  const content = body && (body.needed || body.text.value) ? body.text.value : undefined;
  if (content !== undefined) headers['Content-Type'] = body.mediaType;
  output.textContent = '…';
  try {
    const answer = await fetch(address + (query.size ? `?${query}` : ''), { method, headers, body: content, credentials: 'omit' });
    show(output, await answer.text());
    output.textContent = `${answer.status} ${answer.headers.get('Content-Type') || ''}\n\n${output.textContent}`;
  } catch (fault) {
    output.textContent = String(fault);
  }
}

function describe(path, method, call, parent) {
  const box = make('details', '', parent);
  const summary = make('summary', '', box);
  make('code', `${method.toUpperCase()} ${path}`, summary);
  make('span', call.summary, summary);
  const inside = make('div', '', box);
  inside.className = 'call';
  if (call.description) make('p', call.description, inside);
  if (call.security.length > 0) make('p', `Scope: ${call.security[0].partner.join(' ')}`, inside);
  const fields = parameters(call, inside);
  const body = requestBody(call, inside);
  shapes('Request', (call.requestBody || {}).content, inside);
  const run = make('button', 'Run 运行', inside);
  run.type = 'button';
  const output = make('pre', '', inside);
  output.tabIndex = 0;
  output.setAttribute('aria-live', 'polite');
  run.addEventListener('click', () => send(path, method.toUpperCase(), call, fields, body, output));
  for (const [status, answer] of Object.entries(call.responses)) if (status < 300) shapes(status, resolve(answer).content, inside);
  const table = make('table', '', inside);
  for (const [status, answer] of Object.entries(call.responses)) {
    const row = make('tr', '', table);
    make('td', status, row);
    make('td', resolve(answer).description, row);
    make('td', Object.keys(resolve(answer).content || {}).join(', '), row);
  }
}

async function start() {
  openapi = await (await fetch('/openapi/v1.json')).json();
  document.getElementById('title').textContent = openapi.info.title;
  document.getElementById('about').textContent = openapi.info.description;
  const main = document.getElementById('calls');
  main.replaceChildren();
  for (const tag of openapi.tags) {
    make('h2', tag.name, main);
    for (const [path, item] of Object.entries(openapi.paths)) {
      for (const [method, call] of Object.entries(item)) if (call.tags.includes(tag.name)) describe(path, method, call, main);
    }
  }
}

start();
