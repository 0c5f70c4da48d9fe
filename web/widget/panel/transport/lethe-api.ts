import type { ChatId, FileId, VisitId } from '../../../protocol/ids';
import type {
  AskForChat,
  ChatRequested,
  DeskStatus,
  OfflineMessage,
  OpenVisit,
  VisitOpened,
} from '../../../protocol/rest';
import { call, type Result } from '../../../transport/http';

/** The REST side, as the widget uses it. */
export class LetheRest {
  constructor(private readonly gateway: string) {}

  url(path: string): URL {
    return new URL(path, this.gateway);
  }

  deskStatus(account: string): Promise<Result<DeskStatus>> {
    const url = this.url('v1/desk/status');
    url.searchParams.set('account', account);
    return call(url);
  }

  openVisit(body: OpenVisit): Promise<Result<VisitOpened>> {
    return call(this.url('v1/visits'), { method: 'POST', body });
  }

  /** A beacon outlives the page. Its body is plain text, which needs no preflight; token inside. */
  leave({ visit, token }: VisitOpened): void {
    navigator.sendBeacon(this.url(`v1/visits/${visit}/leave`), JSON.stringify({ token }));
  }

  askForChat(visitToken: string, body: AskForChat): Promise<Result<ChatRequested>> {
    return call(this.url('v1/chats'), { method: 'POST', token: visitToken, body });
  }

  endChat(chat: ChatId, token: string): Promise<Result<undefined>> {
    return call(this.url(`v1/chats/${chat}/end`), { method: 'POST', token, as: 'nothing' });
  }

  offlineMessage(body: OfflineMessage): Promise<Result<undefined>> {
    return call(this.url('v1/offline-messages'), { method: 'POST', body, as: 'nothing' });
  }

  visitSocket(visit: VisitId): URL {
    return this.url(`v1/visits/${visit}/socket`);
  }

  chatSocket(chat: ChatId): URL {
    return this.url(`v1/chats/${chat}/socket`);
  }

  files(chat: ChatId): URL {
    return this.url(`v1/chats/${chat}/files`);
  }

  file(chat: ChatId, file: FileId): URL {
    return this.url(`v1/chats/${chat}/files/${file}`);
  }
}
