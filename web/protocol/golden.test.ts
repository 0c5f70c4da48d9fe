import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChatClientFrame, ChatServerFrame } from './chat-frames';
import { conforms, type FieldSpec, type FrameSpecs, type SpecOf } from './decode';
import { chatServerFrames, decodeChatFrame, decodeVisitFrame, visitServerFrames } from './decoders';
import type { DeskChat, DeskClientFrame, QueueItem } from './desk-frames';
import {
  decodeDeskFrame,
  decodeVisitorsFrame,
  deskServerFrames,
  visitorsServerFrames,
} from './desk-decoders';
import type { PageView, VisitClientFrame, VisitorsClientFrame, VisitorView } from './visit-frames';

/** The wire form that the services' own tests hold: what is there must be what is typed here. */
const golden = new URL('../../contracts/src/test/resources/golden/frames/', import.meta.url);

type Specs = Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>;
type Json = Readonly<Record<string, unknown>>;

const visitClient: FrameSpecs<VisitClientFrame> = {
  hello: { token: 'string' },
  page: { url: 'string', title: 'string?', referrer: 'string?' },
  heartbeat: {},
  leave: {},
};
const visitorsClient: FrameSpecs<VisitorsClientFrame> = { hello: { token: 'string' } };
const chatClient: FrameSpecs<ChatClientFrame> = {
  hello: { token: 'string', after: 'number' },
  send: { id: 'string', text: 'string?', file: 'string?' },
  typing: { on: 'boolean' },
  read: { seq: 'number' },
  end: {},
};
const deskClient: FrameSpecs<DeskClientFrame> = {
  hello: { token: 'string', after: 'object' },
  accept: { chat: 'string' },
  send: { chat: 'string', id: 'string', text: 'string?', file: 'string?' },
  typing: { chat: 'string', on: 'boolean' },
  read: { chat: 'string', seq: 'number' },
  end: { chat: 'string' },
  status: { away: 'boolean' },
};

const catalogue: Readonly<Record<string, Specs>> = {
  'visit-client': visitClient,
  'visit-server': visitServerFrames,
  'visitors-client': visitorsClient,
  'visitors-server': visitorsServerFrames,
  'chat-client': chatClient,
  'chat-server': chatServerFrames,
  'desk-client': deskClient,
  'desk-server': deskServerFrames,
};

describe.each(Object.entries(catalogue))('%s', (folder, specs) => {
  const files = readdirSync(new URL(`${folder}/`, golden));

  it('has every type that the services know, and no other', () => {
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(
      Object.keys(specs).sort(),
    );
  });

  it.each(files)('knows every field of %s', (file) => {
    const frame = read(`${folder}/${file}`);
    const spec = specs[String(frame['type'])] ?? {};
    expect(conforms(frame, spec)).toBe(true);
    expect(['type', 'chat', 'id', ...Object.keys(spec)]).toEqual(
      expect.arrayContaining(Object.keys(frame)),
    );
  });
});

describe('golden server frames', () => {
  it.each([
    ['visit-server', decodeVisitFrame],
    ['visitors-server', decodeVisitorsFrame],
    ['chat-server', decodeChatFrame],
    ['desk-server', decodeDeskFrame],
  ] as const)('of %s are decoded unchanged', (folder, decode) => {
    for (const file of readdirSync(new URL(`${folder}/`, golden))) {
      const frame = read(`${folder}/${file}`);
      expect(decode(JSON.stringify(frame))).toEqual(frame);
    }
  });

  it('carry visitors, queue items and chats with the fields that are shown', () => {
    const [visitor] = list('visitors-server/visitors.json', 'visitors');
    expect(conforms(visitor, visitorSpec)).toBe(true);
    expect(Object.keys(visitorSpec)).toEqual(expect.arrayContaining(Object.keys(visitor)));
    const [page] = visitor['pages'] as Json[];
    expect(conforms(page ?? {}, pageSpec)).toBe(true);
    expect(conforms(list('desk-server/queue.json', 'chats')[0], queueSpec)).toBe(true);
    expect(conforms(list('desk-server/chats.json', 'chats')[0], chatSpec)).toBe(true);
  });

  it('tell what an end destroyed', () => {
    const ended = read('chat-server/ended.json') as unknown as Extract<
      ChatServerFrame,
      { type: 'ended' }
    >;
    expect(ended.destroyed.messages).toBeTypeOf('number');
    expect(ended.destroyed.files).toBeTypeOf('number');
    expect(Date.parse(ended.destroyed.at)).not.toBeNaN();
  });
});

const visitorSpec: SpecOf<VisitorView> = {
  visit: 'string',
  since: 'string',
  leaving: 'boolean',
  url: 'string',
  title: 'string?',
  referrer: 'string?',
  pages: 'list',
  browser: 'string?',
  os: 'string?',
  device: 'string?',
  city: 'string?',
  region: 'string?',
  country: 'string?',
  countryCode: 'string?',
  zip: 'string?',
  network: 'string?',
  address: 'string?',
  host: 'string?',
  details: 'object',
  chat: 'string?',
  operator: 'string?',
};
const pageSpec: SpecOf<PageView> = { url: 'string', title: 'string?', at: 'string' };
const formSpec = {
  chat: 'string',
  visit: 'string',
  name: 'string',
  email: 'string?',
  question: 'string?',
  address: 'string?',
  host: 'string?',
} as const;
const queueSpec: SpecOf<QueueItem> = { ...formSpec, since: 'string' };
const chatSpec: SpecOf<DeskChat> = { ...formSpec, state: 'string', seq: 'number' };

function read(path: string): Json {
  return JSON.parse(readFileSync(new URL(path, golden), 'utf8')) as Json;
}

function list(path: string, field: string): readonly [Json, ...Json[]] {
  return read(path)[field] as [Json, ...Json[]];
}
