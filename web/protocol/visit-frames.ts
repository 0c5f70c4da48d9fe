import type { ChatId, Instant, OperatorId, VisitId } from './ids';

/** Socket `/v1/visits/{visit}/socket`: one page of a consenting visitor. */
export interface VisitPage {
  readonly url: string;
  readonly title?: string;
  readonly referrer?: string;
}

export type VisitClientFrame =
  | { readonly type: 'hello'; readonly token: string }
  | ({ readonly type: 'page' } & VisitPage)
  | { readonly type: 'heartbeat' }
  | { readonly type: 'leave' };

export type VisitServerFrame =
  | {
      readonly type: 'ready';
      readonly visit: VisitId;
      readonly heartbeatSeconds: number;
      readonly token?: string;
    }
  | { readonly type: 'heartbeat' }
  | { readonly type: 'error'; readonly code: string; readonly retryable: boolean }
  | { readonly type: 'erased' };

/** Socket `/v1/visitors/socket`: the live list of an operator. */
export interface VisitorsClientFrame {
  readonly type: 'hello';
  readonly token: string;
}

export interface PageView {
  readonly url: string;
  readonly title?: string;
  readonly at: Instant;
}

export interface VisitorView {
  readonly visit: VisitId;
  readonly since: Instant;
  readonly leaving: boolean;
  readonly url: string;
  readonly title?: string;
  readonly referrer?: string;
  readonly pages: readonly PageView[];
  readonly browser?: string;
  readonly os?: string;
  readonly device?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly zip?: string;
  readonly network?: string;
  readonly address?: string;
  readonly host?: string;
  readonly details: Readonly<Record<string, string>>;
  readonly chat?: ChatId;
  readonly operator?: OperatorId;
}

export type VisitorsServerFrame =
  | { readonly type: 'ready'; readonly account: string }
  | { readonly type: 'visitors'; readonly visitors: readonly VisitorView[] }
  | { readonly type: 'changed'; readonly visitors: readonly VisitorView[] }
  | { readonly type: 'gone'; readonly visits: readonly VisitId[] }
  | { readonly type: 'error'; readonly code: string; readonly retryable: boolean };
