import type { FailureCode } from '../../protocol/errors';
import {
  discover,
  getKeySet,
  getReceipt,
  getRequest,
  submitRequest,
  type ReceiptView,
  type RequestBody,
  type StatusAnswer,
} from '../../protocol/generated';
import { checkReceipt, type ReceiptCheck } from '../transport/receipt-check';
import type { Suite } from '../transport/suite';
import { Store } from './store';

/** An erasure from the form to its verified receipt. */
export type Erasure =
  | { readonly kind: 'none' }
  | { readonly kind: 'submitting' }
  | { readonly kind: 'working'; readonly id: string }
  | { readonly kind: 'cancelled'; readonly id: string }
  | {
      readonly kind: 'completed';
      readonly id: string;
      readonly receipt?: ReceiptView;
      readonly check?: ReceiptCheck;
    }
  | { readonly kind: 'failed'; readonly problem: FailureCode };

export interface Subject {
  readonly visit: string;
  readonly chat: string;
}

const ASK_AGAIN_MILLIS = 500;

export class ErasureKeeper {
  readonly store = new Store<Erasure>({ kind: 'none' });

  constructor(
    private readonly suite: Pick<Suite, 'ask'>,
    private readonly pause: (millis: number) => Promise<void> = (millis) =>
      new Promise((resolve) => setTimeout(resolve, millis)),
  ) {}

  async erase(subject: Subject): Promise<void> {
    this.store.set({ kind: 'submitting' });
    const discovered = await this.suite.ask(discover());
    if (!discovered.ok) {
      this.fail(discovered.code);
      return;
    }
    const id = crypto.randomUUID();
    const domain = domainOf(discovered.value.supported_extensions);
    const submitted = await this.suite.ask(submitRequest(requestOf(id, domain, subject)));
    if (!submitted.ok) {
      this.fail(submitted.code);
      return;
    }
    this.store.set({ kind: 'working', id });
    await this.follow(id, domain);
  }

  private async follow(id: string, domain: string): Promise<void> {
    for (;;) {
      const status = await this.suite.ask(getRequest(id));
      if (!status.ok && !status.retryable) {
        this.fail(status.code);
        return;
      }
      if (status.ok && (await this.isOver(id, domain, status.value))) {
        return;
      }
      await this.pause(ASK_AGAIN_MILLIS);
    }
  }

  private async isOver(id: string, domain: string, status: StatusAnswer): Promise<boolean> {
    switch (status.request_status) {
      case 'pending':
      case 'in_progress':
        return false;
      case 'cancelled':
        this.store.set({ kind: 'cancelled', id });
        return true;
      case 'completed':
        await this.show(id, status.extensions[domain]?.receipt);
        return true;
    }
  }

  private async show(id: string, receiptId: string | undefined): Promise<void> {
    const completed = { kind: 'completed', id } as const;
    if (receiptId === undefined) {
      this.store.set(completed);
      return;
    }
    const [receipt, keys] = await Promise.all([
      this.suite.ask(getReceipt(receiptId)),
      this.suite.ask(getKeySet()),
    ]);
    if (!receipt.ok) {
      this.fail(receipt.code);
      return;
    }
    const shown = { ...completed, receipt: receipt.value };
    this.store.set(shown);
    const check: ReceiptCheck = keys.ok
      ? await checkReceipt(receipt.value.jws, keys.value)
      : { kind: 'not-verified' };
    this.store.set({ ...shown, check });
  }

  private fail(problem: FailureCode): void {
    this.store.set({ kind: 'failed', problem });
  }
}

function domainOf(extensions: Readonly<Record<string, readonly string[]>>): string {
  const own = Object.entries(extensions).find(([, selectors]) => selectors.includes('visits'));
  return own?.[0] ?? 'lethe.example';
}

function requestOf(id: string, domain: string, { visit, chat }: Subject): RequestBody {
  return {
    regulation: 'gdpr',
    api_version: '2.0',
    subject_request_id: id,
    subject_request_type: 'erasure',
    submitted_time: new Date().toISOString(),
    subject_identities: [],
    extensions: {
      [domain]: {
        ...(visit === '' ? {} : { visits: [visit] }),
        ...(chat === '' ? {} : { chats: [chat] }),
      },
    },
  };
}
