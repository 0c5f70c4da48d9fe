import type { ConsentGiven } from '../../../protocol/generated';
import type { OfflineForm, PanelPorts } from '../panel-ports';
import type { ConsentedVisit } from './consented-visit';
import { OfflineLetter } from './offline-letter';
import type { PanelModel, Stage, Written } from './panel-model';
import { asksForAMessage, offlineStage, queuedStage, refusedOrForm } from './stages';
import type { ChatAccess } from './tab-memory';

interface Screen {
  readonly stage: () => Stage;
  readonly become: (change: Partial<PanelModel>) => void;
  readonly startChat: (access: ChatAccess, stage: Stage) => void;
  readonly sent: () => void;
}

/** Sends the two forms, each with the consent to the words above its button, and shows what comes of it. */
export class Sending {
  private readonly offline: OfflineLetter;

  constructor(
    private readonly ports: PanelPorts,
    private readonly visit: ConsentedVisit,
    private readonly screen: Screen,
  ) {
    const { account, rest } = ports;
    this.offline = new OfflineLetter((form) => rest.offlineMessage({ account, ...form }));
  }

  async ask(form: Written, consentText: string): Promise<void> {
    const { ports, screen, visit } = this;
    screen.become({ stage: { kind: 'form', busy: true } });
    const consent = this.consentNow(consentText);
    visit.agree(consent, 'form');
    const answer = await visit.call((token) =>
      ports.rest.askForChat(token, { name: ports.guest, ...form, consent }),
    );
    if (screen.stage().kind !== 'form') {
      // The consent was withdrawn meanwhile, or all was erased; a chat that came of it is destroyed, too.
      return;
    }
    if (answer.ok) {
      const { chat, token, position } = answer.value;
      screen.startChat({ chat, token }, queuedStage(position));
      screen.become({ asked: { text: form.question ?? '', at: ports.now().toISOString() } });
      ports.emit({ type: 'chat-requested' });
    } else if (asksForAMessage(answer.code)) {
      screen.become({ stage: offlineStage(form) });
    } else {
      // What was agreed to by a form that didn't get through must not open a visit later.
      if (ports.visit.current === undefined) {
        visit.withdrawForm();
      }
      screen.become({ stage: refusedOrForm(answer.code) });
    }
  }

  async leaveMessage(form: OfflineForm, consentText: string): Promise<void> {
    const { ports, screen } = this;
    screen.become({ stage: { kind: 'offline', busy: true } });
    const left = await this.offline.leave({ ...form, consent: this.consentNow(consentText) });
    if (left.ok) {
      screen.sent();
      screen.become({ stage: { kind: 'thanks', reference: left.value.reference } });
      ports.emit({ type: 'offline-message-sent' });
    } else {
      screen.become({ stage: { kind: 'offline', busy: false, problem: left.code } });
    }
  }

  consentNow(text: string): ConsentGiven {
    return { text, at: this.ports.now().toISOString() };
  }
}
