import { emptyConversation, type Conversation, type Ending } from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type {
  ChatId,
  DeskServerFrame,
  Instant,
  OwnChat,
  QueuedChat,
} from '../../protocol/generated';
import type { Connection } from '../../transport/socket';

/** What is known of the visitor in a chat. */
export type ChatForm = Omit<OwnChat, 'state' | 'seq'>;

/** A chat on the operator's desk: open, or over with nothing left of it but how it ended. */
export type DeskTab =
  | {
      readonly kind: 'open';
      readonly chat: ChatId;
      readonly form: ChatForm;
      readonly ending: boolean;
      readonly conversation: Conversation;
      readonly unread: number;
      /** Since when no page of the visitor is in the chat; absent while one is. */
      readonly left?: Instant;
    }
  | { readonly kind: 'over'; readonly chat: ChatId; readonly ending: Ending };

/** What an account lost: letters by kind and reason, and chats; numbers and times only. */
export type Losses = Pick<Extract<DeskServerFrame, { type: 'losses' }>, 'letters' | 'chats'>;

type OpenTab = Extract<DeskTab, { kind: 'open' }>;
type QueueFrame = Extract<DeskServerFrame, { type: 'queue' }>;

export interface DeskModel {
  readonly connection: Connection;
  /** When the connection was lost; what is shown is as it was then. */
  readonly cutAt?: Instant;
  /** It was lost for so long that nothing of anybody is shown any more. */
  readonly isHidden?: true;
  readonly away: boolean;
  readonly queue: readonly QueuedChat[];
  /** Newest first. */
  readonly tabs: readonly DeskTab[];
  /** The tab in front; none of them is, while the visitors' list is. */
  readonly selected?: ChatId;
  /** Being accepted; their tab comes to the front when the desk confirms. */
  readonly accepting: readonly ChatId[];
  readonly notice?: FailureCode;
  /** What the account lost within the last day; absent until the server has said it. */
  readonly losses?: Losses;
  /** How new what was shown of it was when it was closed. */
  readonly lossesClosed?: number;
}

export const emptyDesk: DeskModel = {
  connection: 'connecting',
  away: false,
  queue: [],
  tabs: [],
  accepting: [],
};

/** Notices that are no longer true once the desk is connected. */
const OF_A_CUT: ReadonlySet<FailureCode | undefined> = new Set(['unavailable', 'network']);

export function withoutNotice(model: DeskModel): DeskModel {
  const { notice: _notice, ...rest } = model;
  return rest;
}

/** A cut lasts from the first loss of the connection until it is open, however often it is tried. */
export function withConnection(model: DeskModel, connection: Connection, now: Instant): DeskModel {
  const isOver = connection === 'open' && OF_A_CUT.has(model.notice);
  const { cutAt, isHidden, ...rest } = isOver ? withoutNotice(model) : model;
  if (connection === 'open' || (connection === 'connecting' && cutAt === undefined)) {
    return { ...rest, connection };
  }
  const hidden = isHidden === undefined ? {} : { isHidden };
  return { ...rest, connection, cutAt: cutAt ?? now, ...hidden };
}

/** Lets go of everybody; what the server still has comes back with the connection. */
export function withNobody(model: DeskModel): DeskModel {
  const tabs = model.tabs.filter(({ kind }) => kind === 'over');
  const { selected, ...rest } = { ...model, queue: [], tabs, isHidden: true as const };
  return tabs.some(({ chat }) => chat === selected) && selected !== undefined
    ? { ...rest, selected }
    : rest;
}

/** The desk's own chats after a change: which are its now or are shown otherwise, and which are over. */
export function withChats(
  model: DeskModel,
  chats: readonly OwnChat[],
  gone: readonly ChatId[],
): DeskModel {
  const listed = new Map(chats.map((each) => [each.chat, each]));
  const kept = model.tabs.map((tab) =>
    listed.has(tab.chat) || gone.includes(tab.chat) ? refreshed(tab, listed.get(tab.chat)) : tab,
  );
  const known = new Set(kept.map(({ chat }) => chat));
  const added = chats.filter(({ chat }) => !known.has(chat)).map(openTab);
  const accepted = model.accepting.find((chat) => listed.has(chat));
  return {
    ...model,
    tabs: [...added.reverse(), ...kept],
    accepting: model.accepting.filter((chat) => !listed.has(chat)),
    ...(accepted === undefined ? {} : { selected: accepted }),
  };
}

/**
 * The queue after a change of it: who waits now or is shown otherwise, and who waits no more. Who
 * waits longest is first.
 */
export function withQueue(
  model: DeskModel,
  { chats, gone }: Pick<QueueFrame, 'chats' | 'gone'>,
): DeskModel {
  const told = new Set([...gone, ...chats.map(({ chat }) => chat)]);
  const queue = [...model.queue.filter(({ chat }) => !told.has(chat)), ...chats].sort(byAge);
  const waiting = new Set(queue.map(({ chat }) => chat));
  const accepting = model.accepting.filter((chat) => waiting.has(chat));
  return { ...model, queue, accepting: accepting.length === 0 ? model.accepting : accepting };
}

export function withConversation(
  model: DeskModel,
  chat: ChatId,
  conversation: Conversation,
  unseen: boolean,
): DeskModel {
  return changed(model, chat, (tab) =>
    tab.kind === 'over' ? tab : { ...tab, conversation, unread: tab.unread + (unseen ? 1 : 0) },
  );
}

/** The visitor's last page in the chat is gone since then; without a time, one is back. */
export function withLeft(model: DeskModel, chat: ChatId, since: Instant | undefined): DeskModel {
  return changed(model, chat, (tab) => (tab.kind === 'over' ? tab : leftSince(tab, since)));
}

/** Nobody has left as far as is known: after a cut the server tells it anew. */
export function withNobodyLeft(model: DeskModel): DeskModel {
  return model.tabs.reduce((next, { chat }) => withLeft(next, chat, undefined), model);
}

/** Puts an ending in the place of a chat: form, messages and files are let go. */
export function withEnding(model: DeskModel, chat: ChatId, ending: Ending): DeskModel {
  return changed(model, chat, () => ({ kind: 'over', chat, ending }));
}

export function withSelected(model: DeskModel, chat: ChatId | undefined): DeskModel {
  const { selected: _selected, ...rest } = model;
  if (chat === undefined) {
    return rest;
  }
  return { ...rest, selected: chat };
}

/** The chat's messages are seen; the same model if they were. */
export function withRead(model: DeskModel, chat: ChatId): DeskModel {
  const isUnread = model.tabs.some(
    (tab) => tab.chat === chat && tab.kind === 'open' && tab.unread > 0,
  );
  return isUnread
    ? changed(model, chat, (tab) => (tab.kind === 'open' ? { ...tab, unread: 0 } : tab))
    : model;
}

export function withoutTab(model: DeskModel, chat: ChatId): DeskModel {
  const left = { ...model, tabs: model.tabs.filter((tab) => tab.chat !== chat) };
  return model.selected === chat ? withSelected(left, left.tabs[0]?.chat) : left;
}

/** What waits for the operator: the number in the page's title. */
export function waiting({ queue, tabs }: DeskModel): number {
  const unread = tabs.map((tab) => (tab.kind === 'open' ? tab.unread : 0));
  return queue.length + unread.reduce((sum, each) => sum + each, 0);
}

function changed(model: DeskModel, chat: ChatId, change: (tab: DeskTab) => DeskTab): DeskModel {
  return { ...model, tabs: model.tabs.map((tab) => (tab.chat === chat ? change(tab) : tab)) };
}

function leftSince(tab: OpenTab, since: Instant | undefined): OpenTab {
  const { left: _left, ...there } = tab;
  return since === undefined ? there : { ...there, left: since };
}

function byAge(one: QueuedChat, other: QueuedChat): number {
  return Date.parse(one.since) - Date.parse(other.since) || (one.chat < other.chat ? -1 : 1);
}

function openTab(chat: OwnChat): DeskTab {
  return {
    kind: 'open',
    chat: chat.chat,
    form: formOf(chat),
    ending: chat.state === 'ending',
    conversation: emptyConversation,
    unread: 0,
  };
}

function refreshed(tab: DeskTab, listed: OwnChat | undefined): DeskTab {
  if (tab.kind === 'over') {
    // It was left out of a list because it could not be read just then.
    return listed !== undefined && isUntold(tab.ending) ? openTab(listed) : tab;
  }
  if (listed === undefined) {
    return { kind: 'over', chat: tab.chat, ending: {} };
  }
  return { ...tab, form: formOf(listed), ending: listed.state === 'ending' };
}

/** Over only because a list did not have it. */
function isUntold(ending: Ending): boolean {
  return Object.keys(ending).length === 0;
}

function formOf({ state: _state, seq: _seq, ...form }: OwnChat): ChatForm {
  return form;
}
