import { sends } from '../../../conversation/composing';
import { acceptDrops, takePasted } from '../../../conversation/incoming-files';
import { isChosen } from '../../../conversation/tray';
import { TrayView } from '../../../conversation/view/tray-view';
import { isBlank } from '../../../text/blank';
import { fill } from '../../../text/catalogue';
import type { FailureCode } from '../../../protocol/errors';
import type { PanelModel } from '../state/panel-model';
import { problemText, told, type ChatContext, type StageView } from './context';
import { button, el, icon, setText } from '../../../design/element';
import { attachIcon, muteIcon, sendIcon, soundIcon } from '../../../design/icons';
import { LogView } from './log-view';

const LONGEST_TEXT = 4000;

/** Queue, conversation and ending: one view, so that nothing typed is lost between them. */
export function chatView(context: ChatContext): StageView {
  const { messages, intents } = context;
  const log = new LogView(context);
  const queue = el('div', { class: 'queue', testid: 'chat-queue', attrs: { role: 'status' } });
  const status = el('p', { class: 'status', testid: 'chat-status', attrs: { role: 'status' } });
  const composer = composerOf(context);
  const promise = promiseOf(context);
  const tray = new TrayView(context.files, {
    retry: (id) => intents.retry(id),
    withdraw: (id) => intents.withdraw(id),
    back: () => composer.focus(),
  });
  const sound = soundOf(context);
  const element = el(
    'div',
    { class: 'chat' },
    promise.element,
    queue,
    log.element,
    status,
    tray.element,
    composer.element,
  );
  element.dataset['drop'] = messages.dropHere;
  acceptDrops(element, (files) => composer.attach(files));
  let hidings = 0;
  return {
    element,
    ...(context.sounds ? { tool: sound.element } : {}),
    title: ({ stage }) =>
      stage.kind === 'active' && stage.operator !== undefined
        ? fill(messages.talkingTo, { name: stage.operator })
        : undefined,
    update: (model) => {
      promise.update(model);
      sound.update(model);
      setText(queue, queueText(context, model));
      log.update(model.conversation, model.asked, model.open);
      setText(status, statusText(context, model));
      tray.update(model.conversation.tray, noteOf(model));
      composer.update(model);
      if (model.hidings !== hidings) {
        ({ hidings } = model);
        composer.clear();
      }
    },
    focus: () => composer.focus(),
    leave: () => {
      tray.update([]);
      log.leave();
    },
  };
}

/** Turns the tone off and on that tells of a message while nobody looks. */
function soundOf({ messages, intents }: ChatContext): Pick<StageView, 'element' | 'update'> {
  let muted = false;
  const element = button(messages.sound, () => intents.mute(!muted), {
    class: 'icon',
    icon: soundIcon,
    testid: 'chat-sound',
    attrs: { role: 'switch', 'aria-checked': 'true' },
  });
  return {
    element,
    update: (model) => {
      if (model.muted !== muted) {
        ({ muted } = model);
        element.setAttribute('aria-checked', String(!muted));
        element.replaceChildren(icon(muted ? muteIcon : soundIcon));
      }
    },
  };
}

/** What becomes of the chat, in one line, and of a transcript behind it. */
function promiseOf(context: ChatContext): Pick<StageView, 'element' | 'update'> {
  const [line, more] = [el('summary', {}), el('p', {})];
  const element = el('details', { class: 'promise', testid: 'chat-promise' }, line, more);
  return {
    element,
    update: (model) => {
      const [first = '', ...others] = told(context, model, 'talk');
      element.hidden = first === '';
      setText(line, first);
      setText(more, others.join(' '));
    },
  };
}

function queueText({ messages }: ChatContext, { stage }: PanelModel): string {
  if (stage.kind !== 'queued') {
    return '';
  }
  const { position } = stage;
  const place =
    position === undefined
      ? ''
      : position <= 1
        ? messages.next
        : fill(messages.position, { position });
  return place === '' ? messages.waiting : `${messages.waiting}. ${place}`;
}

/** The most urgent thing first: a cut connection, a problem, then who is typing. */
function statusText(context: ChatContext, model: PanelModel): string {
  const { messages } = context;
  const { stage, connection, notice, conversation } = model;
  if (model.isHidden) {
    return messages.hidden;
  }
  if (connection === 'waiting') {
    return messages.reconnecting;
  }
  if (connection === 'connecting') {
    return messages.connecting;
  }
  if (notice !== undefined) {
    return problemText(context, notice);
  }
  if (stage.kind === 'ending') {
    return messages.ending;
  }
  const name = (stage.kind === 'active' ? stage.operator : undefined) ?? messages.operator;
  return conversation.theyType ? fill(messages.typing, { name }) : '';
}

/** What is to be said of the files in the tray: they are taken once an operator has accepted the chat. */
function noteOf({ stage, conversation }: PanelModel): FailureCode | undefined {
  if (stage.kind === 'queued' && conversation.tray.length > 0) {
    return 'chat-not-accepted';
  }
  return conversation.leftOut ? 'too-many-files' : undefined;
}

interface Composer {
  readonly element: HTMLElement;
  attach(files: readonly File[]): void;
  update(model: PanelModel): void;
  clear(): void;
  focus(): void;
}

function composerOf({ messages, intents, draft }: ChatContext): Composer {
  let hasFiles = false;
  const input = el('textarea', {
    testid: 'chat-input',
    attrs: {
      rows: '1',
      maxlength: String(LONGEST_TEXT),
      placeholder: messages.write,
      'aria-label': messages.write,
      dir: 'auto',
    },
  });
  input.value = draft().question ?? '';
  const file = el('input', {
    class: 'hidden',
    testid: 'chat-file',
    attrs: { type: 'file', multiple: '', tabindex: '-1', 'aria-label': messages.attach },
  });
  const attach = button(messages.attach, () => file.click(), {
    class: 'icon',
    icon: attachIcon,
    testid: 'chat-attach',
  });
  const send = button(messages.send, () => submit(), {
    class: 'icon go',
    icon: sendIcon,
    testid: 'chat-send',
  });
  const grow = (): void => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 120)}px`;
  };
  const clear = (): void => {
    input.value = '';
    grow();
  };
  const submit = (): void => {
    const text = isBlank(input.value) ? '' : input.value.trim();
    if ((text !== '' || hasFiles) && !input.disabled) {
      clear();
      intents.send(text);
      input.focus();
    }
  };
  input.addEventListener('keydown', (event) => {
    if (sends(event)) {
      event.preventDefault();
      submit();
    }
  });
  input.addEventListener('input', () => {
    grow();
    intents.typed(input.value);
  });
  /** Enter sends what was chosen, so the focus goes there. */
  const attachFiles = (files: readonly File[]): void => {
    if (files.length > 0 && !input.disabled) {
      intents.attach(files);
      input.focus();
    }
  };
  input.addEventListener('paste', (event) => takePasted(event, attachFiles));
  file.addEventListener('change', () => {
    attachFiles([...(file.files ?? [])]);
    file.value = '';
  });
  return {
    element: el('div', { class: 'composer' }, attach, file, input, send),
    attach: attachFiles,
    update: ({ stage, conversation }) => {
      hasFiles = stage.kind === 'active' && conversation.tray.some(isChosen);
      const isOver = stage.kind === 'ending';
      input.disabled = send.disabled = attach.disabled = file.disabled = isOver;
      // What was written before has more lines than one, perhaps, and a height as soon as it is shown.
      if (input.value !== '' && input.style.height === '' && input.scrollHeight > 0) {
        grow();
      }
    },
    clear,
    focus: () => input.focus(),
  };
}
