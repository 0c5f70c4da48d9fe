import { lastOfOthers, type Ending } from '../../../conversation/conversation';
import type { ChatState } from '../../../protocol/generated';
import type { PanelPorts } from '../panel-ports';
import type { ChatKeeper, StateDetails } from './chat-keeper';
import type { Drafts } from './drafts';
import type { PanelModel, Stage } from './panel-model';
import type { Promises } from './promises';
import { chatStage } from './stages';
import type { ChatAccess } from './tab-memory';

interface Screen {
  readonly model: () => PanelModel;
  readonly become: (change: Partial<PanelModel>, without?: readonly ('notice' | 'asked')[]) => void;
  readonly forget: (stage: Stage) => void;
}

/** The visitor's seat in a chat, while there is one: what the chat tells, on the screen and in the tab's memory. */
export class ChatSeat {
  keeper: ChatKeeper | undefined;

  constructor(
    private readonly ports: PanelPorts,
    private readonly drafts: Drafts,
    private readonly promises: Promises,
    private readonly screen: Screen,
  ) {}

  /** `told`: what the visitor was told of the chat's data when it began. */
  take(access: ChatAccess, stage: Stage, told = this.screen.model().use): void {
    const { ports, screen } = this;
    this.leave();
    this.keeper = ports.chat(access, {
      onChange: (conversation, arrived) => {
        const { open, unread, missed } = screen.model();
        screen.become({
          conversation,
          unread: unread + (arrived !== undefined && !open ? 1 : 0),
          missed: missed + (arrived?.from === 'operator' ? 1 : 0),
        });
      },
      onConnection: (connection) =>
        screen.become({ connection, isHidden: screen.model().isHidden && connection !== 'open' }),
      onHidden: () => {
        this.drafts.drop();
        screen.become({ isHidden: true, hidings: screen.model().hidings + 1 }, ['asked']);
      },
      onRead: (seq) => {
        if (seq >= lastOfOthers(screen.model().conversation, 'visitor')) {
          screen.become({ unread: 0, missed: 0 });
        }
      },
      onState: (state, details) => this.onState(state, details),
      onToken: (chat) => this.remember({ chat }),
      onEnded: (ending) => this.onEnded(ending),
      onProblem: (notice) => screen.become({ notice }),
    });
    const promise = told === undefined ? {} : { told };
    // What was written in the form is in the chat now.
    this.drafts.take(access.chat);
    this.remember({ chat: access, ...promise });
    screen.forget(stage);
    screen.become({ connection: 'connecting', ...(told === undefined ? {} : { use: told }) });
    this.keeper.start();
    if (told === undefined) {
      void this.promises.ask();
    }
  }

  leave(): void {
    this.keeper?.stop();
    this.keeper = undefined;
  }

  private remember(change: object): void {
    const remembered = { ...this.ports.memory.read(), ...change };
    this.ports.memory.write(remembered);
    this.ports.tabs.tell(remembered);
  }

  private onState(state: ChatState, details: StateDetails): void {
    const { stage } = this.screen.model();
    if (state === 'ended') {
      return;
    }
    this.screen.become({ stage: chatStage(stage, state, details) });
    if (state === 'active' && stage.kind === 'queued') {
      this.ports.emit({ type: 'chat-accepted' });
    }
  }

  private onEnded(ending: Ending): void {
    this.keeper = undefined;
    const { chat: _chat, told, draft: _draft, ...rest } = this.ports.memory.read();
    this.ports.memory.write(rest);
    this.screen.forget({ kind: 'ended', ending });
    // A transcript is mailed if the settings say so now, too.
    void this.promises.ask(told);
    const { messages = 0, files = 0 } = ending.destroyed ?? {};
    this.ports.emit({ type: 'chat-ended', messages, files });
  }
}
