import { useState } from 'preact/hooks';
import { fill } from '../../text/catalogue';
import { clockTime } from '../../text/format';
import type { FileView } from '../../protocol/generated';
import type { DeskTab } from '../state/desk-model';
import type { Desk } from '../state/session';
import type { Suite } from '../transport/suite';
import { Composer } from './composer';
import { useLasting, useStore, useTexts } from './context';
import { Log } from './log';
import { VisitorFacts } from './visitor-drawer';

/** A visitor who goes to another page of the site is away for as long as it takes to load. */
const PAGE_CHANGE_MILLIS = 5_000;

interface Props {
  readonly tab: Extract<DeskTab, { kind: 'open' }>;
  readonly desk: Desk;
  readonly suite: Suite;
}

/** One open chat: who it is, what was said, and the place to write. */
export function ChatPane({ tab, desk, suite }: Props) {
  const { language, messages } = useTexts();
  const { chat: texts, visitors: visitorTexts } = messages;
  const { keeper } = desk;
  const talk = keeper.talk(tab.chat);
  const { visitors, isPresent } = useStore(desk.visitors.store);
  const visitor = visitors.get(tab.form.visit);
  const isOnSite = isPresent && visitor !== undefined && !visitor.leaving;
  const hasLeft = useLasting(tab.left !== undefined && !isOnSite, PAGE_CHANGE_MILLIS);
  const [dropping, setDropping] = useState(false);
  const attach = (files: Iterable<File>): void => {
    [...files].forEach((file) => talk?.attach(file));
  };
  const download = (file: FileView): void => {
    void suite.download(tab.chat, file).then((result) => {
      if (!result.ok) {
        keeper.notice(result.code);
      }
    });
  };
  return (
    <div class="chat-pane" data-testid="chat-pane" data-chat={tab.chat}>
      <section
        class={dropping ? 'conversation dropping' : 'conversation'}
        data-drop={texts.dropHere}
        onDragOver={(event) => {
          if (event.dataTransfer?.types.includes('Files') === true) {
            event.preventDefault();
            setDropping(true);
          }
        }}
        onDragLeave={() => setDropping(false)}
        onDrop={(event) => {
          event.preventDefault();
          setDropping(false);
          attach(event.dataTransfer?.files ?? []);
        }}
      >
        <ChatHead tab={tab} onEnd={() => keeper.end(tab.chat)} />
        <Log
          conversation={tab.conversation}
          visitorName={tab.form.name}
          onRetry={(id) => talk?.retry(id)}
          onWithdraw={(id) => talk?.withdraw(id)}
          onDownload={download}
          onEnd={(isInSight) => keeper.see(tab.chat, isInSight)}
        />
        <p class="left" role="status" data-testid="chat-left">
          {hasLeft && tab.left !== undefined
            ? fill(texts.left, { time: clockTime(tab.left, language) })
            : ''}
        </p>
        <p class="status" role="status" data-testid="chat-status">
          {tab.ending
            ? texts.ending
            : tab.conversation.theyType
              ? fill(texts.typing, { name: tab.form.name })
              : ''}
        </p>
        <Composer
          draft={keeper.drafts.get(tab.chat) ?? ''}
          disabled={tab.ending}
          onDraft={(text) => {
            keeper.drafts.set(tab.chat, text);
            talk?.typed(text);
          }}
          onSend={(text) => {
            keeper.drafts.delete(tab.chat);
            talk?.send(text);
          }}
          onFiles={attach}
        />
      </section>
      {visitor !== undefined && (
        <aside
          class="drawer"
          data-testid="chat-visitor"
          aria-label={visitorTexts.details}
          tabIndex={0}
        >
          <VisitorFacts visitor={visitor} />
        </aside>
      )}
    </div>
  );
}

function ChatHead({ tab, onEnd }: { readonly tab: Props['tab']; readonly onEnd: () => void }) {
  const { chat: texts } = useTexts().messages;
  const [asked, setAsked] = useState(false);
  const { name, email, question, address, host } = tab.form;
  const facts = [email, address, host].filter((fact) => fact !== undefined && fact !== '');
  return (
    <header class="chat-head">
      <div class="who">
        <h2 dir="auto">{name}</h2>
        <span class="facts faint" data-testid="chat-facts">
          {facts.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </span>
        {question !== undefined && (
          <p class="question" dir="auto" data-testid="chat-question">
            {question}
          </p>
        )}
      </div>
      {!asked && (
        <button
          type="button"
          class="plain"
          data-testid="chat-end"
          disabled={tab.ending}
          onClick={() => setAsked(true)}
        >
          {texts.end}
        </button>
      )}
      {asked && (
        <div class="confirm" role="alertdialog" aria-labelledby="end-question">
          <p id="end-question">
            {texts.endQuestion} {texts.endMore}
          </p>
          <button
            type="button"
            class="plain"
            data-testid="chat-end-cancel"
            ref={focused}
            onClick={() => setAsked(false)}
          >
            {texts.endNo}
          </button>
          <button
            type="button"
            class="danger"
            data-testid="chat-end-confirm"
            onClick={() => {
              setAsked(false);
              onEnd();
            }}
          >
            {texts.endYes}
          </button>
        </div>
      )}
    </header>
  );
}

/** The focus stands on going on: Enter, pressed once too often, must not destroy. */
function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}
