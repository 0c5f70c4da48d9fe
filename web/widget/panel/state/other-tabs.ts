import type { Remembered } from './tab-memory';

/** What tabs of one site say to each other; nothing of it is stored anywhere. */
type TabWord =
  | { readonly word: 'ask' }
  | { readonly word: 'have'; readonly remembered: Remembered }
  | { readonly word: 'bye' | 'withdrawn' };

/** None where the browser has none, or forbids it, as Firefox does with blocked cookies: tabs are alone then. */
function channelOf(account: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`lethe:${account}`);
  } catch {
    return undefined;
  }
}

/** Asks once whether another tab is in a visit; no answer means that there is none. */
export function askOtherTabs(account: string, onAnswer: (remembered: Remembered) => void): void {
  const channel = channelOf(account);
  if (channel === undefined) {
    return;
  }
  channel.onmessage = ({ data }: MessageEvent<TabWord>) => {
    if (data.word === 'have') {
      channel.close();
      onAnswer(data.remembered);
    }
  };
  channel.postMessage({ word: 'ask' } satisfies TabWord);
}

export interface OtherTabs {
  /** Tells what this tab has now, so that the others show the same chat. */
  tell(remembered: Remembered): void;
  bye(): void;
  /** The consent is withdrawn here, so it is in every tab. */
  withdrawn(): void;
  close(): void;
}

export interface TabEvents {
  /** What this tab would answer; empty when it is in no visit. */
  readonly have: () => Remembered;
  readonly onHave: (remembered: Remembered) => void;
  /** Another tab said goodbye to the visit in which this one still is. */
  readonly onBye: () => void;
  readonly onWithdrawn: () => void;
}

/** Whether a panel is open, and what is written in it, is each tab's own affair. */
function shared({ open: _open, draft: _draft, ...rest }: Remembered): Remembered {
  return rest;
}

export function otherTabs(account: string, events: TabEvents): OtherTabs {
  const channel = channelOf(account);
  const say = (word: TabWord): void => channel?.postMessage(word);
  if (channel !== undefined) {
    channel.onmessage = ({ data }: MessageEvent<TabWord>) => {
      switch (data.word) {
        case 'have':
          events.onHave(data.remembered);
          break;
        case 'bye':
          events.onBye();
          break;
        case 'withdrawn':
          events.onWithdrawn();
          break;
        case 'ask':
          if (events.have().visit !== undefined) {
            say({ word: 'have', remembered: shared(events.have()) });
          }
          break;
      }
    };
  }
  return {
    tell: (remembered) => say({ word: 'have', remembered: shared(remembered) }),
    bye: () => say({ word: 'bye' }),
    withdrawn: () => say({ word: 'withdrawn' }),
    close: () => channel?.close(),
  };
}
