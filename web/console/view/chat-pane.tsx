import { useEffect, useRef, useState } from 'preact/hooks';
import { acceptDrops } from '../../conversation/incoming-files';
import type { PicturePorts } from '../../conversation/view/pictures';
import { isChosen } from '../../conversation/tray';
import { fill } from '../../text/catalogue';
import { clockTime } from '../../text/format';
import { download } from '../../transport/files';
import type { DeskTab } from '../state/desk-model';
import type { Desk } from '../state/session';
import type { Suite } from '../transport/suite';
import { Composer } from './composer';
import { useStore, useTexts } from './context';
import { useHasLeft } from './has-left';
import { Log } from './log';
import { Tray } from './tray';
import { VisitorFacts } from './visitor-drawer';

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
  const visitor = useStore(desk.visitors.store, ({ visitors }) => visitors.get(tab.form.visit));
  const hasLeft = useHasLeft(tab, desk.visitors);
  const [isVisitorShown, showVisitor] = useState(false);
  const area = useRef<HTMLElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const back = (): void => input.current?.focus();
  /** Enter sends what was chosen, so the focus goes there. */
  const attach = (files: readonly File[]): void => {
    if (files.length > 0 && input.current?.disabled === false) {
      keeper.talk(tab.chat)?.attach(files);
      back();
    }
  };
  useEffect(() => {
    if (area.current !== null) {
      acceptDrops(area.current, attach);
    }
  }, []);
  const fetch: PicturePorts['fetch'] = (file) => suite.fetchFile(tab.chat, file);
  const ports: PicturePorts = {
    fetch,
    download: (file) => {
      void download(fetch(file), file).then((problem) => {
        if (problem !== undefined) {
          keeper.notice(problem);
        }
      });
    },
  };
  return (
    <div class="chat-pane" data-testid="chat-pane" data-chat={tab.chat}>
      <section class="conversation" data-drop={texts.dropHere} ref={area}>
        <ChatHead
          tab={tab}
          onEnd={() => keeper.end(tab.chat)}
          isVisitorShown={isVisitorShown}
          onVisitor={visitor === undefined ? undefined : () => showVisitor(!isVisitorShown)}
        />
        <Log
          conversation={tab.conversation}
          visitorName={tab.form.name}
          onRetry={(id) => talk?.retry(id)}
          onWithdraw={(id) => talk?.withdraw(id)}
          onDownload={ports.download}
          pictures={keeper.pictures(tab.chat, ports)}
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
        <Tray
          conversation={tab.conversation}
          intents={{
            retry: (id) => keeper.talk(tab.chat)?.retry(id),
            withdraw: (id) => keeper.talk(tab.chat)?.withdraw(id),
            back,
          }}
        />
        <Composer
          input={input}
          hasFiles={tab.conversation.tray.some(isChosen)}
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
          id="chat-visitor"
          class={isVisitorShown ? 'drawer shown' : 'drawer'}
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

interface HeadProps {
  readonly tab: Props['tab'];
  readonly onEnd: () => void;
  readonly isVisitorShown: boolean;
  /** Only where there is no room for the visitor beside the chat; and if one is known. */
  readonly onVisitor: (() => void) | undefined;
}

function ChatHead({ tab, onEnd, isVisitorShown, onVisitor }: HeadProps) {
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
      {!asked && onVisitor !== undefined && (
        <button
          type="button"
          class="plain narrow"
          data-testid="chat-visitor-toggle"
          aria-expanded={isVisitorShown}
          aria-controls="chat-visitor"
          onClick={onVisitor}
        >
          {texts.visitor}
        </button>
      )}
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
