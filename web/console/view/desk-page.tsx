import { shownLosses } from '../state/desk-losses';
import type { Desk } from '../state/session';
import type { Suite } from '../transport/suite';
import { ChatPane } from './chat-pane';
import { problemText, useStore, useTexts } from './context';
import { LossesNotice } from './losses-notice';
import { OverPane } from './over-pane';
import { Queue } from './queue';
import { Stale } from './stale';
import { Tabs } from './tabs';
import { Visitors } from './visitors';

interface Props {
  readonly desk: Desk;
  readonly suite: Suite;
  readonly onSignInAgain: () => void;
}

/** The queue at the side; in front either the visitors or one chat. */
export function DeskPage({ desk, suite, onSignInAgain }: Props) {
  const texts = useTexts();
  const { app } = texts.messages;
  const model = useStore(desk.keeper.store);
  const refusal = useStore(desk.refusal);
  const selected = model.tabs.find(({ chat }) => chat === model.selected);
  const tab = `tab-${selected?.chat ?? 'visitors'}`;
  // The button that closes a notice goes with it; what follows is the tabs.
  const toTabs = (): void => document.getElementById(tab)?.focus();
  return (
    <div class="desk">
      <h1 class="spoken">{app.desk}</h1>
      <Queue desk={desk} />
      <div class="work">
        {refusal !== undefined && (
          <p class="notice" role="alert" data-testid="desk-refused">
            {refusal === 'signed-out' ? app.signedOut : app.refused}{' '}
            <button
              type="button"
              class="primary"
              data-testid="sign-in-again"
              onClick={onSignInAgain}
            >
              {app.signInAgain}
            </button>
          </p>
        )}
        {refusal !== 'refused' && <Stale since={model.cutAt} isHidden={model.isHidden === true} />}
        {model.notice !== undefined && (
          <p class="notice" role="alert" data-testid="desk-notice">
            {problemText(texts, model.notice)}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                desk.keeper.clearNotice();
                toTabs();
              }}
            >
              {app.close}
            </button>
          </p>
        )}
        <LossesNotice
          losses={shownLosses(model)}
          onClose={() => {
            desk.keeper.losses.close();
            toTabs();
          }}
        />
        <Tabs desk={desk} />
        <div class="front" id="front" role="tabpanel" aria-labelledby={tab}>
          {selected === undefined && <Visitors keeper={desk.visitors} />}
          {selected?.kind === 'open' && (
            <ChatPane key={selected.chat} tab={selected} desk={desk} suite={suite} />
          )}
          {selected?.kind === 'over' && (
            <OverPane
              tab={selected}
              suite={suite}
              onDismiss={() => desk.keeper.dismiss(selected.chat)}
            />
          )}
        </div>
      </div>
    </div>
  );
}
