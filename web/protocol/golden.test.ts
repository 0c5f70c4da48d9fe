import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  chatClientFrames,
  chatServerFrames,
  deskClientFrames,
  deskServerFrames,
  visitClientFrames,
  visitorsClientFrames,
  visitorsServerFrames,
  visitServerFrames,
} from './generated';
import { decodeFrame, type Shape } from './wire';

/** The wire form that the services' own tests hold: the documents must have said all of it. */
const golden = new URL('../../contracts/src/test/resources/golden/frames/', import.meta.url);

type Json = Readonly<Record<string, unknown>>;

describe.each(
  Object.entries<Readonly<Record<string, Shape>>>({
    'visit-client': visitClientFrames,
    'visit-server': visitServerFrames,
    'visitors-client': visitorsClientFrames,
    'visitors-server': visitorsServerFrames,
    'chat-client': chatClientFrames,
    'chat-server': chatServerFrames,
    'desk-client': deskClientFrames,
    'desk-server': deskServerFrames,
  }),
)('%s', (folder, shapes) => {
  const types = readdirSync(new URL(`${folder}/`, golden)).map((file) => file.replace('.json', ''));
  const decode = (frame: unknown): unknown => decodeFrame(shapes, JSON.stringify(frame));

  it('has every type that the services know, and no other', () => {
    expect(types.sort()).toEqual(Object.keys(shapes).sort());
  });

  it.each(types)('takes %s as it is, and knows each field of it', (type) => {
    const frame = read(`${folder}/${type}.json`);
    expect(decode(frame)).toEqual(frame);
    expect({ type, ...(known(frame, shapes[type] ?? {}) as Json) }).toEqual(frame);
  });

  it.each(types)('refuses %s with anything missing or of another kind', (type) => {
    for (const frame of broken(read(`${folder}/${type}.json`), shapes[type] ?? {})) {
      expect(decode(frame), JSON.stringify(frame)).toBeUndefined();
    }
  });
});

it('tries a field of a visitor, deep in a list', () => {
  const all = [...broken(read('visitors-server/visitors.json'), visitorsServerFrames.visitors)];
  expect(all.filter((frame) => !JSON.stringify(frame).includes('"leaving"'))).not.toHaveLength(0);
});

function read(path: string): Json {
  return JSON.parse(readFileSync(new URL(path, golden), 'utf8')) as Json;
}

/** What of the value the shape speaks of. */
function known(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'string' || value === undefined) {
    return value;
  }
  if (Array.isArray(shape)) {
    return (value as unknown[]).map((each) => known(each, shape[0] as Shape));
  }
  return Object.fromEntries(
    fields(value as Json, shape)
      .filter(([, given]) => given !== undefined)
      .map(([name, given, field]) => [name, known(given, field)]),
  );
}

/** The value with one thing wrong, in each way there is. */
function* broken(value: unknown, shape: Shape): Iterable<unknown> {
  yield shape === 'number' ? 'four' : 4;
  if (Array.isArray(shape)) {
    for (const each of (value as unknown[]).slice(0, 1)) {
      yield* [...broken(each, shape[0] as Shape)].map((wrong) => [wrong]);
    }
  } else if (typeof shape !== 'string') {
    for (const [name, given, field, isRequired] of fields(value as Json, shape)) {
      if (isRequired) {
        yield { ...(value as Json), [name]: undefined };
      }
      for (const each of given === undefined ? [] : broken(given, field)) {
        yield { ...(value as Json), [name]: each };
      }
    }
  }
}

function fields(value: Json, shape: object) {
  return Object.entries(shape as Readonly<Record<string, Shape>>).map(([mark, field]) => {
    const name = mark.replace('?', '');
    return [name, value[name], field, name === mark] as const;
  });
}
