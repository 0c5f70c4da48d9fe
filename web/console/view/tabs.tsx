import { useRef } from 'preact/hooks';
import { fill, plural } from '../../text/catalogue';
import type { VisitorView } from '../../protocol/generated';
import type { ConsoleMessages } from '../messages/en';
import type { DeskTab } from '../state/desk-model';
import type { Desk } from '../state/session';
import { useStore, useTexts } from './context';
import { useHasLeft } from './has-left';

/** Visitors first, then the chats, newest first. Arrow keys move between them. */
export function Tabs({ desk }: { readonly desk: Desk }) {
  const { language, messages } = useTexts();
  const { tabs, selected } = useStore(desk.keeper.store);
  const here = useStore(desk.visitors.store, ({ list }) => list.length - leavingOf(list));
  const leaving = useStore(desk.visitors.store, ({ list }) => leavingOf(list));
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const rtl = document.documentElement.dir === 'rtl';
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const present = all.findIndex((each) => each === document.activeElement);
    const next = step === undefined ? undefined : all[present + step];
    next?.focus();
    next?.click();
  };
  return (
    <>
      <p class="spoken" role="status" data-testid="unread">
        {tabs.map((tab) => unreadOf(tab, messages, language)).join(' ')}
      </p>
      <div class="tabs" role="tablist" aria-label={messages.chat.tabs} ref={list} onKeyDown={move}>
        <button
          type="button"
          role="tab"
          id="tab-visitors"
          data-testid="visitors-tab"
          aria-selected={selected === undefined}
          aria-controls="front"
          tabIndex={selected === undefined ? 0 : -1}
          onClick={() => desk.keeper.select(undefined)}
        >
          {messages.visitors.title} <span class="count">{here}</span>
          {leaving > 0 && (
            <small class="faint">{fill(messages.visitors.leavingCount, { count: leaving })}</small>
          )}
        </button>
        {tabs.map((tab) => (
          <button
            key={tab.chat}
            type="button"
            role="tab"
            id={`tab-${tab.chat}`}
            class={tab.kind}
            data-testid="chat-tab"
            data-chat={tab.chat}
            data-state={tab.kind}
            aria-selected={selected === tab.chat}
            aria-controls="front"
            tabIndex={selected === tab.chat ? 0 : -1}
            onClick={() => desk.keeper.select(tab.chat)}
          >
            <TabLabel tab={tab} desk={desk} />
          </button>
        ))}
      </div>
    </>
  );
}

/** Who wrote, and how much of it nobody has looked at: for who does not see the number on the tab. */
function unreadOf(tab: DeskTab, { chat }: ConsoleMessages, language: string): string {
  return tab.kind === 'open' && tab.unread > 0
    ? `${tab.form.name}: ${plural(chat.unread, tab.unread, language)}.`
    : '';
}

function leavingOf(list: readonly VisitorView[]): number {
  return list.reduce((sum, { leaving }) => sum + (leaving ? 1 : 0), 0);
}

function TabLabel({ tab, desk }: { readonly tab: DeskTab; readonly desk: Desk }) {
  const { language, messages } = useTexts();
  const hasLeft = useHasLeft(tab, desk.visitors);
  if (tab.kind === 'over') {
    return <em>{messages.chat.ended}</em>;
  }
  return (
    <>
      <bdi>{tab.form.name}</bdi>
      {hasLeft && (
        <small class="faint" data-testid="tab-left">
          {messages.chat.hasLeft}
        </small>
      )}
      {tab.unread > 0 && (
        <span class="count alert" aria-label={plural(messages.chat.unread, tab.unread, language)}>
          {tab.unread}
        </span>
      )}
    </>
  );
}
