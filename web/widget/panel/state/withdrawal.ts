import type { Erased } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import type { Withdrawal } from './panel-model';

/** The services answer within a second or two; a receipt that needs longer is told by its number. */
const ASK_AGAIN_MILLIS = 1_500;
const QUESTIONS = 8;

export interface WithdrawalPorts {
  readonly erase: (token: string) => Promise<Result<Erased>>;
  readonly show: (outcome: Withdrawal) => void;
  /** The keys are destroyed. */
  readonly onDestroyed: () => void;
}

/** Has what is held destroyed, and tells how far that is until its receipt is signed. */
export class Withdrawing {
  private token: string | undefined;

  constructor(private readonly ports: WithdrawalPorts) {}

  /** Without a token there is nothing to destroy, unless an attempt before did not get through. */
  async destroy(token: string | undefined): Promise<void> {
    this.token = token ?? this.token;
    if (this.token === undefined) {
      this.ports.show({ kind: 'nothing' });
      this.ports.onDestroyed();
      return;
    }
    this.ports.show({ kind: 'working' });
    const first = await this.ports.erase(this.token);
    if (!first.ok) {
      this.ports.show({ kind: 'failed', problem: first.code });
      return;
    }
    const known = this.token;
    this.token = undefined;
    const outcome = outcomeOf(first.value);
    this.ports.show(outcome);
    this.ports.onDestroyed();
    if (outcome.kind === 'destroyed' && !outcome.signed) {
      await this.awaitReceipt(known);
    }
  }

  private async awaitReceipt(token: string): Promise<void> {
    for (let question = 0; question < QUESTIONS; question += 1) {
      await new Promise((later) => setTimeout(later, ASK_AGAIN_MILLIS));
      const answer = await this.ports.erase(token);
      const outcome = answer.ok ? outcomeOf(answer.value) : undefined;
      if (outcome?.kind === 'destroyed' && outcome.signed) {
        this.ports.show(outcome);
        return;
      }
    }
  }
}

function outcomeOf({ status, effective, receipt }: Erased): Withdrawal {
  return effective === undefined || receipt === undefined
    ? { kind: 'nothing' }
    : { kind: 'destroyed', at: effective, receipt, signed: status === 'completed' };
}
