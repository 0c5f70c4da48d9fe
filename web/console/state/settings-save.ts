import type { AccountSettings } from '../../protocol/generated';
import { changeAccount, getAccount } from '../../protocol/generated';
import type { Result } from '../../transport/http';
import type { Suite } from '../transport/suite';

/**
 * Saves settings under their ETag. A change whose answer was lost, or that could not be confirmed, may
 * have been made: it is this page's own, and not somebody else's.
 */
export class SettingsSave {
  private unconfirmed: AccountSettings | undefined;

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  async save(settings: AccountSettings, etag: string): Promise<Result<AccountSettings>> {
    const answer = await this.change(settings, etag);
    if (answer.ok || answer.code !== 'precondition-failed' || this.unconfirmed === undefined) {
      return answer;
    }
    const present = await this.suite.ask(getAccount());
    return present.ok && present.etag !== undefined && isSame(present.value, this.unconfirmed)
      ? this.change(settings, present.etag)
      : answer;
  }

  private async change(settings: AccountSettings, etag: string): Promise<Result<AccountSettings>> {
    const answer = await this.suite.ask(changeAccount(settings, { 'If-Match': etag }));
    if (answer.ok) {
      this.unconfirmed = undefined;
    } else if (answer.retryable) {
      this.unconfirmed = settings;
    }
    return answer;
  }
}

/** Whether they say the same, in whatever order the server says it. */
function isSame(present: AccountSettings, sent: AccountSettings): boolean {
  const said = canonical(sent) as Record<string, unknown>;
  const held = canonical(present) as Record<string, unknown>;
  // What was left out has a default; the version is the server's.
  return Object.entries(said).every(
    ([name, value]) => name === 'version' || JSON.stringify(held[name]) === JSON.stringify(value),
  );
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical).sort();
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([name, each]) => [name, canonical(each)]),
    );
  }
  return value;
}
