import { button, el } from '../../../design/element';
import { fill } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import type { Withdrawal } from '../state/panel-model';
import { problemText, type StageView } from './context';
import type { DataContext } from './data-view';
import { noticeView, say, withNumber } from './notice-views';

/** What has become of a withdrawn consent: destroyed, with the receipt's number, or why not yet. */
export function withdrawnView(context: DataContext): StageView {
  const { messages, intents } = context;
  const outcome = el('div', { class: 'told', testid: 'withdrawn-outcome' });
  const retry = button(messages.retry, () => intents.revoke(), {
    class: 'primary',
    testid: 'withdraw-again',
  });
  const { withdrawnTitle, again } = messages;
  const view = noticeView(context, 'withdrawn', withdrawnTitle, [outcome, retry], again);
  return {
    ...view,
    update: ({ stage }) => {
      if (stage.kind === 'withdrawn') {
        say(outcome, outcomeTold(context, stage.outcome));
        retry.hidden = stage.outcome.kind !== 'failed';
      }
    },
  };
}

function outcomeTold(context: DataContext, outcome: Withdrawal): readonly (string | HTMLElement)[] {
  const { messages, words, language } = context;
  switch (outcome.kind) {
    case 'working':
      return [messages.withdrawing];
    case 'failed':
      return [problemText(context, outcome.problem), words.withdrawnNotYet];
    case 'nothing':
      return [words.withdrawnNothing];
    case 'destroyed': {
      const { at, receipt, signed } = outcome;
      return [
        fill(words.withdrawnAt, { when: dateAndTime(at, language) }),
        withNumber(signed ? words.receiptIssued : words.receiptAwaited, 'receipt', receipt),
      ];
    }
  }
}
