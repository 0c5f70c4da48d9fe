// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import chatAddr from '../../../../contracts/src/test/resources/golden/sealed/chat-addr.json';
import chatFiles from '../../../../contracts/src/test/resources/golden/sealed/chat-files.json';
import chatForm from '../../../../contracts/src/test/resources/golden/sealed/chat-form.json';
import chatLog from '../../../../contracts/src/test/resources/golden/sealed/chat-log.json';
import chatLogFile from '../../../../contracts/src/test/resources/golden/sealed/chat-log-file.json';
import chatOperatorName from '../../../../contracts/src/test/resources/golden/sealed/chat-operatorName.json';
import letterAddr from '../../../../contracts/src/test/resources/golden/sealed/letter-addr.json';
import visitAddr from '../../../../contracts/src/test/resources/golden/sealed/visit-addr.json';
import visitView from '../../../../contracts/src/test/resources/golden/sealed/visit-view.json';
import transcript from '../../../../contracts/src/test/resources/golden/letters/transcript.json';
import type { Held } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import { words as ofData } from '../../../words/data/en';
import { words } from '../../../words/en';
import { dataMessages } from '../../messages/data/en';
import { messages } from '../../messages/en';
import { dataUse, settled } from '../fake-page';
import { initialModel, type PanelModel } from '../state/panel-model';
import type { Intents, StageView } from './context';
import { dataViews } from './data-views';

const at = '2026-01-01T10:00:00.000Z';
const damaged: Held['visits'][number]['damaged'] = [];
/** As it comes over the wire, perhaps of a version that tells less of it. */
const wire = (held: object): Held => held as Held;
/** All that can be held, as the services seal it. */
const all = wire({
  account: 'acme',
  at,
  visits: [
    {
      visit: 'v17-visit',
      since: at,
      content: visitView,
      address: visitAddr,
      damaged,
    },
  ],
  chats: [
    {
      chat: 'c05-chat',
      since: at,
      form: chatForm,
      operatorName: chatOperatorName,
      address: chatAddr,
      messages: [
        { seq: 1, at, from: 'visitor', content: chatLog },
        { seq: 2, at, from: 'visitor', content: chatLogFile },
      ],
      files: [{ file: 'f-1', content: chatFiles }],
      damaged: [{ slot: 'messages', entry: '3' }],
    },
  ],
  letters: [
    {
      letter: 'l05-letter',
      kind: 'transcript',
      since: at,
      content: transcript,
      address: letterAddr,
      damaged,
    },
  ],
});
const nothing = wire({ account: 'acme', at, visits: [], chats: [], letters: [] });
const model: PanelModel = { ...initialModel, open: true, data: true, held: true, use: dataUse };
const askAsMe = vi.fn<() => Promise<Result<unknown>> | undefined>();
const hideData = vi.fn();
const withdraw = vi.fn();
let view: StageView;

const part = (testid: string) => view.element.querySelector<HTMLElement>(`[data-testid=${testid}]`);
const text = (): string => view.element.textContent;

async function show(held: Held | undefined, shown: PanelModel = model): Promise<void> {
  askAsMe.mockReturnValueOnce(
    held === undefined ? undefined : Promise.resolve({ ok: true, value: held }),
  );
  view = dataViews(dataMessages, ofData).dataView(
    {
      messages,
      words,
      language: 'en',
      intents: { askAsMe, hideData } as unknown as Intents,
      identity: () => ({}),
      draft: () => ({}),
      sounds: true,
    },
    withdraw,
  );
  view.update(shown);
  await settled();
}

beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(() => view.leave?.());

/** What is no person's, or is shown in another form: a code, a type, times, and what was told. */
const NOT_SHOWN =
  /^(GB|application\/pdf|transcript|Acme|Europe\/Berlin|visitor|operator|PT1H|true|false|17|f-\w+)$|^\d{4}-\d\d-\d\dT/;

function leaves(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leaves)
    : [String(value)];
}

describe('what is held', () => {
  it('is shown with each text that the services hold', async () => {
    await show(all);
    const said = text();
    const held = leaves([
      ...all.visits.map(({ content, address }) => [content, address]),
      ...all.chats.map(({ form, operatorName, address, messages: log, files }) => [
        [form, operatorName, address],
        [log.map(({ content }) => content), files.map(({ content }) => content)],
      ]),
      ...all.letters.map(({ content, address }) => [content, address]),
    ]).filter((each) => !NOT_SHOWN.test(each));
    expect(held.length).toBeGreaterThan(20);
    expect(held.filter((each) => !said.includes(each))).toEqual([]);
  });

  it('is shown by what it is, who sees it, and when it goes', async () => {
    await show(all);
    expect(part('held-visit')?.textContent).toContain(words.goneVisit);
    expect(part('held-visit')?.textContent).toContain(words.seesAddress);
    expect(part('held-chat')?.textContent).toContain(words.goneChat);
    expect(part('held-chat')?.textContent).toContain(words.mailedTeam);
    expect(part('held-transcript')?.textContent).toContain('1 hour at most');
  });

  it('names what can’t be read, where that is', async () => {
    await show(all);
    expect(part('held-chat')?.textContent).toContain(ofData.heldDamaged);
    expect(part('held-visit')?.textContent).not.toContain(ofData.heldDamaged);
  });

  it('of a visitor without a chat is the visit', async () => {
    await show({ ...all, chats: [], letters: [] });
    expect(part('held-visit')).not.toBeNull();
    expect(part('held-chat')).toBeNull();
  });

  it('is told to be nothing where there is nothing, and nothing is offered to be kept', async () => {
    await show(nothing);
    expect(part('data-said')?.textContent).toContain('Nothing of a visit or a chat is held');
    expect(part('data-save')?.hidden).toBe(true);
  });

  it('can’t be told where there is no visit, nor be withdrawn', async () => {
    await show(undefined, { ...model, held: false });
    expect(part('data-said')?.textContent).toBe(ofData.heldNowhere);
    expect(part('data-withdraw')?.hidden).toBe(true);
    expect(part('data-look')?.hidden).toBe(true);
  });

  it('is shown as text, whatever a site or a person wrote', async () => {
    const content = { details: { '<b>x</b>': '<img src=x onerror=alert(1)>' } };
    await show(wire({ ...nothing, visits: [{ visit: 'v17-visit', content, damaged }] }));
    expect(view.element.querySelector('img, b')).toBeNull();
    expect(text()).toContain('<img src=x onerror=alert(1)>');
  });

  it('of a form that is not known here is left to the saved file', async () => {
    const content = { trail: 'short', location: null, details: [], client: 7 };
    await show(wire({ ...nothing, visits: [{ visit: 'v17-visit', content, damaged }] }));
    expect(part('held-visit')).not.toBeNull();
    expect(part('data-save')?.hidden).toBe(false);
  });
});

describe('a person', () => {
  it('keeps what is held as a file of it all, of which the page keeps nothing', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:one';
    });
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    await show(all);
    part('data-save')?.click();
    expect(JSON.parse((await blobs[0]?.text()) ?? '')).toEqual(all);
    await vi.waitFor(() => expect(revoked).toHaveBeenCalledWith('blob:one'));
    vi.restoreAllMocks();
  });

  it('asks again, withdraws, and goes back', async () => {
    await show(all);
    askAsMe.mockReturnValueOnce(Promise.resolve({ ok: true, value: nothing }));
    part('data-look')?.click();
    await settled();
    expect(part('held-visit')).toBeNull();
    part('data-withdraw')?.click();
    expect(withdraw).toHaveBeenCalledOnce();
    part('data-back')?.click();
    expect(hideData).toHaveBeenCalledOnce();
  });

  it('is left with the page, which a browser may keep to come back to it', async () => {
    await show(all);
    dispatchEvent(new Event('pagehide'));
    expect(hideData).toHaveBeenCalledOnce();
    view.leave?.();
    dispatchEvent(new Event('pagehide'));
    expect(hideData).toHaveBeenCalledOnce();
  });

  it('tells who else may look, beside the team, where something is held', async () => {
    await show(all);
    expect(part('data-officers')?.hidden).toBe(false);
    expect(part('data-officers')?.textContent).toBe(ofData.heldOfficers);
    view.leave?.();
    await show(nothing);
    expect(part('data-officers')?.hidden).toBe(true);
  });

  it('finds nothing left of it after the view was left, or the connection was away for long', async () => {
    await show(all);
    view.update({ ...model, isHidden: true });
    expect(part('data-said')?.textContent).toBe(ofData.heldOld);
    expect(text()).not.toContain('192.0.2.7');
    view.leave?.();
    await show(all);
    view.leave?.();
    expect(text()).not.toContain('192.0.2.7');
  });
});
