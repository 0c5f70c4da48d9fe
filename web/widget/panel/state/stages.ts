import type { FailureCode } from '../../../protocol/errors';
import type { ChatState, Status } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import type { Stage, Written } from './panel-model';

/** What a panel that was just opened shows: the form that fits, or why there is none. */
export function firstStage(status: Result<Status>): Stage {
  if (!status.ok) {
    return { kind: 'refused', problem: status.code };
  }
  const { online, dataUse } = status.value;
  if (dataUse === undefined) {
    return { kind: 'refused', problem: 'origin-refused' };
  }
  return online ? { kind: 'form', busy: false } : offlineStage({});
}

/** What a closed panel does not show again. */
export function isFinished(stage: Stage): boolean {
  return (
    stage.kind === 'thanks' ||
    stage.kind === 'ended' ||
    (stage.kind === 'withdrawn' && stage.outcome.kind === 'destroyed')
  );
}

/** The offline form, with what was written to somebody who had just left. */
export function offlineStage(written: Written): Stage {
  return { kind: 'offline', busy: false, written };
}

export function queuedStage(position: number | undefined): Stage {
  return { kind: 'queued', ...(position === undefined ? {} : { position }) };
}

/** Refusals that another attempt does not mend are told instead of the form. */
export function refusedOrForm(problem: FailureCode): Stage {
  return problem === 'origin-refused' || problem === 'admission-closed' || problem === 'not-found'
    ? { kind: 'refused', problem }
    : { kind: 'form', busy: false, problem };
}

/** Nobody is there to answer, or too many wait already: a message is what is left. */
export function asksForAMessage(problem: FailureCode): boolean {
  return problem === 'nobody-online' || problem === 'queue-full';
}

/** The stage of a chat that goes on; an operator who is known stays known. */
export function chatStage(
  before: Stage,
  state: Exclude<ChatState, 'ended'>,
  details: { readonly position?: number; readonly operator?: string },
): Stage {
  if (state === 'queued') {
    return queuedStage(details.position);
  }
  const known = before.kind === 'active' || before.kind === 'ending' ? before.operator : undefined;
  const operator = details.operator ?? known;
  return { kind: state, ...(operator === undefined ? {} : { operator }) };
}
