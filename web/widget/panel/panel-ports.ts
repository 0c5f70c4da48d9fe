import type { DataUse, OfflineMessage } from '../../protocol/generated';
import type { LetheEvent, Passed } from '../host';
import type { ChatKeeper, ChatPorts } from './state/chat-keeper';
import type { OtherTabs } from './state/other-tabs';
import type { PanelModel } from './state/panel-model';
import type { ChatAccess, TabMemory } from './state/tab-memory';
import type { VisitKeeper } from './state/visit-keeper';
import type { LetheRest } from './transport/lethe-api';

export type OfflineForm = Omit<OfflineMessage, 'account' | 'id' | 'consent'>;

/** What the panel stands on; the tests put others there. */
export interface PanelPorts {
  readonly account: string;
  readonly passed: Passed;
  /** Who gave no name. */
  readonly guest: string;
  readonly siteWords: (use: DataUse) => string;
  readonly rest: Pick<
    LetheRest,
    'deskStatus' | 'openVisit' | 'askForChat' | 'offlineMessage' | 'erase'
  >;
  readonly memory: TabMemory;
  readonly tabs: Pick<OtherTabs, 'tell' | 'withdrawn'>;
  readonly visit: VisitKeeper;
  readonly chat: (access: ChatAccess, events: ChatEvents) => ChatKeeper;
  readonly show: (model: PanelModel) => void;
  readonly emit: (event: LetheEvent) => void;
  readonly now: () => Date;
}

export type ChatEvents = Pick<
  ChatPorts,
  | 'onChange'
  | 'onConnection'
  | 'onState'
  | 'onHidden'
  | 'onRead'
  | 'onToken'
  | 'onEnded'
  | 'onProblem'
>;
