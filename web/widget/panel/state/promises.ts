import type { DataUse, Status } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import { strictest } from '../../../words/sentences';

export interface PromisePorts {
  readonly deskStatus: () => Promise<Result<Status>>;
  readonly siteWords: (use: DataUse) => string;
  readonly onUse: (use: DataUse) => void;
}

/** What the account does with data, asked for whenever something is about to be said of it. */
export class Promises {
  private use: DataUse | undefined;

  constructor(private readonly ports: PromisePorts) {}

  /** The desk's answer. What it says of data holds as far as it was told of a chat that began before. */
  async ask(told?: DataUse): Promise<Result<Status>> {
    const status = await this.ports.deskStatus();
    if (status.ok && status.value.dataUse !== undefined) {
      this.use = strictest(told, status.value.dataUse);
      this.ports.onUse(this.use);
    }
    return status;
  }

  /** The words of a site's own question; there are none as long as it isn't known what is done. */
  async words(): Promise<string> {
    if (this.use === undefined) {
      await this.ask();
    }
    if (this.use === undefined) {
      throw new Error('It is not known what is done with data.');
    }
    return this.ports.siteWords(this.use);
  }
}
