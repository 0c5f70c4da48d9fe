import {
  eraseMe,
  getDeskStatus,
  leaveMessage,
  leaveVisit,
  openVisit,
  requestChat,
  type ChatGranted,
  type ChatRequest,
  type Erased,
  type MessageLeft,
  type OfflineMessage,
  type OpenVisit,
  type Status,
  type VisitOpened,
} from '../../../protocol/generated';
import { call, type Result } from '../../../transport/http';

/** The REST side, as the panel uses it. */
export class LetheRest {
  constructor(private readonly gateway: string) {}

  deskStatus(account: string): Promise<Result<Status>> {
    return call(this.gateway, getDeskStatus({ account }));
  }

  openVisit(body: OpenVisit): Promise<Result<VisitOpened>> {
    return call(this.gateway, openVisit(body));
  }

  /** A beacon outlives the page. Its body is plain text, which needs no preflight; token inside. */
  leave({ visit, token }: VisitOpened): void {
    const { path, body } = leaveVisit(visit, { token });
    navigator.sendBeacon(new URL(path, this.gateway), JSON.stringify(body));
  }

  askForChat(visitToken: string, body: ChatRequest): Promise<Result<ChatGranted>> {
    return call(this.gateway, requestChat(body), visitToken);
  }

  /** Destroys what is held of the visit or chat whose token it is; asked again, it tells how far that is. */
  erase(token: string): Promise<Result<Erased>> {
    return call(this.gateway, eraseMe(), token);
  }

  offlineMessage(body: OfflineMessage): Promise<Result<MessageLeft>> {
    return call(this.gateway, leaveMessage(body));
  }
}
