import type { ChatState, Destroyed, EndReason } from './chat-frames';
import type { AccountId, ChatId, ClientMessageId, Instant, ReceiptId, VisitId } from './ids';
import type { VisitPage } from './visit-frames';

/** The exact words that a person agreed to, and when. */
export interface Consent {
  readonly text: string;
  readonly at: Instant;
}

/** `GET /v1/desk/status?account=` */
export interface DeskStatus {
  readonly online: boolean;
}

/** `POST /v1/visits` */
export interface OpenVisit {
  readonly account: AccountId;
  readonly page: Omit<VisitPage, 'referrer'>;
  readonly referrer?: string;
  readonly details: Readonly<Record<string, string>>;
  readonly consent: Consent;
}

export interface VisitOpened {
  readonly visit: VisitId;
  readonly token: string;
  readonly heartbeatSeconds: number;
}

/** `POST /v1/chats`, with the visit's token. */
export interface AskForChat {
  readonly name: string;
  readonly email?: string;
  readonly question?: string;
  readonly consent: Consent;
}

export interface ChatRequested {
  readonly chat: ChatId;
  readonly token: string;
  readonly state: ChatState;
  readonly position?: number;
}

/** `POST /v1/chats/{chat}/end`; without anything while somebody else ends it. */
export interface ChatEnd {
  readonly reason?: EndReason;
  readonly destroyed?: Destroyed;
}

/** `POST /v1/offline-messages` */
export interface OfflineMessage {
  readonly account: AccountId;
  /** Sending it again with the same id adds nothing. */
  readonly id: ClientMessageId;
  readonly name: string;
  readonly email: string;
  readonly message: string;
  readonly consent: Consent;
}

/** RFC 9457 problem+json, as every service answers. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
}

/** `GET` and `PUT /v1/account`, guarded by an ETag. */
export interface AccountSettings {
  readonly id?: AccountId;
  readonly version?: number;
  readonly name: string;
  readonly timeZone: string;
  readonly allowedOrigins: readonly string[];
  readonly removeAddress: boolean;
  readonly transcripts: {
    readonly enabled: boolean;
    readonly recipients: readonly string[];
    readonly copyToVisitor: boolean;
  };
  readonly offline: { readonly recipients: readonly string[] };
  readonly notify?: string;
  readonly mailTlsRequired: boolean;
  readonly letterDeadline: string;
}

/** OpenDSR 2.0, `POST /requests`; our own selectors travel in an extension under our domain. */
export interface ErasureRequest {
  readonly regulation: 'gdpr';
  readonly subject_request_id: string;
  readonly subject_request_type: 'erasure';
  readonly submitted_time: Instant;
  readonly subject_identities: readonly [];
  readonly api_version: '2.0';
  readonly extensions: Readonly<
    Record<string, { readonly visits?: readonly VisitId[]; readonly chats?: readonly ChatId[] }>
  >;
}

/** `GET /discovery`: under which domain our own selectors are understood. */
export interface Discovery {
  readonly supported_extensions: Readonly<Record<string, readonly string[]>>;
}

export type RequestStatus = 'pending' | 'in_progress' | 'completed' | 'cancelled';

export interface ErasureStatus {
  readonly subject_request_id: string;
  readonly request_status: RequestStatus;
  readonly results_url?: string;
  readonly results_count?: number;
  readonly extensions?: Readonly<
    Record<string, { readonly effective_time?: Instant; readonly receipt?: ReceiptId }>
  >;
}

/** `GET /v1/receipts/{receipt}`: in short what it says, and the signed text that counts. */
export interface Receipt {
  readonly receipt: ReceiptId;
  readonly account: AccountId;
  readonly received: Instant;
  readonly effective: Instant;
  readonly completed: Instant;
  readonly destroyed: Readonly<Record<string, number>>;
  readonly jws: string;
  /** Its number in the account's ledger, and that entry's digest. */
  readonly entry: number;
  readonly digest: string;
}
