import {
  getDeskStatus,
  leaveMessage,
  leaveVisit,
  openVisit,
  requestChat,
  type ChatGranted,
  type ChatRequest,
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

  offlineMessage(body: OfflineMessage): Promise<Result<undefined>> {
    return call(this.gateway, leaveMessage(body));
  }
}
