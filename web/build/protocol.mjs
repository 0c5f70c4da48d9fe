/** Writes protocol/generated.ts from docs/api: what the services' interfaces are, and nothing else. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { format, resolveConfig } from 'prettier';
import { Schemas } from './schemas.mjs';

const documents = new URL('../../docs/api/', import.meta.url);
const target = new URL('../protocol/generated.ts', import.meta.url);
/** Browsers set these themselves. */
const OF_THE_BROWSER = ['Origin', 'User-Agent'];

const schemas = new Schemas();

async function read(file) {
  const document = load(await readFile(new URL(file, documents), 'utf8'));
  schemas.add(document.components.schemas);
  return document;
}

/** What goes each way on a socket, and where it is. */
function socketOf({ channels, operations, components }, channel) {
  const name = channel.replace('Socket', '');
  const { address, summary, parameters = {} } = channels[channel];
  const client = frames(`${name}Client`, operations, components.messages);
  const server = frames(`${name}Server`, operations, components.messages);
  const names = Object.keys(parameters);
  return `${client}\n${server}
    /** ${summary} */
    export const ${channel} = (${names.map((each) => `${each}: string`).join(', ')}):
      Channel<${capital(name)}ClientFrame, ${capital(name)}ServerFrame> =>
      ({ path: ${pathOf(address)}, frames: ${name}ServerFrames });`;
}

/** The frames of one side of a socket, as types and as shapes. */
function frames(side, operations, messages) {
  const name = `${side}Frame`;
  const all = operations[side].messages.map(({ $ref }) => messages[$ref.split('/').at(-1)]);
  const types = all.map((frame) =>
    schemas.declare(capital(side) + capital(frame.name), frame.payload),
  );
  const shapes = all.map(({ name: type, payload }) => {
    const properties = { ...payload.properties };
    delete properties.type;
    return `'${type}': ${schemas.shape({ ...payload, properties })}`;
  });
  return `export type ${capital(name)} = ${types.join(' | ')};
    export const ${name}s: FrameShapes<${capital(name)}> = { ${shapes.join(', ')} };`;
}

/** A function that makes a call of an operation: it takes path, query, body and headers, in this order. */
function operationOf(path, method, { operationId, summary, requestBody, responses, ...rest }) {
  const parameters = rest.parameters ?? [];
  const header = parameters.filter(
    ({ in: place, name }) => place === 'header' && !OF_THE_BROWSER.includes(name),
  );
  const query = parameters.filter(({ in: place }) => place === 'query');
  const answer = answerOf(responses);
  const values = [
    `method: '${method.toUpperCase()}'`,
    `path: ${query.length === 0 ? pathOf(path) : `withQuery(${pathOf(path)}, query)`}`,
    header.length > 0 && 'headers',
    requestBody && 'body',
    answer && `answer: ${schemas.shape(answer)}`,
  ];
  const takes = [
    ...parameters
      .filter(({ in: place }) => place === 'path')
      .map(({ name, schema }) => `${name}: ${schemas.type(schema)}`),
    query.length > 0 && `query: ${optionsOf(query)}`,
    requestBody && `body: ${schemas.type(bodyOf(requestBody))}`,
    // A call that needs none of them need not say so.
    header.length > 0 &&
      `headers: ${optionsOf(header)}${header.some(({ required }) => required) ? '' : ' = {}'}`,
  ];
  return `/** ${summary}. */
    export const ${operationId} = (${takes.filter(Boolean).join(', ')}):
      Operation<${answer ? schemas.type(answer) : 'undefined'}> => ({ ${values.filter(Boolean).join(', ')} });`;
}

function optionsOf(parameters) {
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const required = parameters.filter((each) => each.required).map(({ name }) => name);
  return schemas.type({ type: 'object', properties, required });
}

function bodyOf({ content }) {
  return (content['application/json'] ?? Object.values(content)[0]).schema;
}

function answerOf(responses) {
  const [, good] = Object.entries(responses).find(([status]) => status.startsWith('2'));
  return good.content === undefined ? undefined : bodyOf(good);
}

/** Relative, since a gateway may have a path of its own. */
function pathOf(address) {
  const path = address.slice(1).replace(/\{(\w+)\}/g, '${encodeURIComponent($1)}');
  return path.includes('$') ? `\`${path}\`` : `'${path}'`;
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}

function closeCodes({ info }) {
  const codes = info['x-close-codes'].map(({ code, closeCode }) => `'${code}': ${closeCode}`);
  return `/** What a socket is closed with, by the error that it tells. */
    export const closeCodes: Readonly<Record<${schemas.type(ref('ErrorCode'))}, number>> =
      { ${codes.join(', ')} };`;
}

function ref(name) {
  return { $ref: `#/components/schemas/${name}` };
}

const asyncapi = await read('asyncapi.yaml');
const rest = await Promise.all(
  (await readdir(documents))
    .filter((file) => file.startsWith('openapi-'))
    .sort()
    .map(read),
);
const sockets = Object.keys(asyncapi.channels)
  .filter((channel) => asyncapi.channels[channel].bindings.ws !== undefined)
  .map((channel) => socketOf(asyncapi, channel));
const operations = rest
  .flatMap(({ paths }) => Object.entries(paths))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(path, method, operation)),
  );
schemas.type(ref('Problem'));
const code = [
  `/** Written from docs/api by build/protocol.mjs; not checked in. Change what writes the documents. */
   import { withQuery, type Channel, type FrameShapes, type Operation, type Shape } from './wire';`,
  '/** An instant in ISO 8601, UTC. */\nexport type Instant = string;',
  closeCodes(asyncapi),
  ...[...schemas.types].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, type]) => type),
  ...schemas.shapes.values(),
  ...sockets,
  ...operations,
].join('\n\n');
const style = await resolveConfig(target);
const text = await format(code, { ...style, parser: 'typescript' });
if (text !== (await readFile(target, 'utf8').catch(() => ''))) {
  await writeFile(target, text);
}
