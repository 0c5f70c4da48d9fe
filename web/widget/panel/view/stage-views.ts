import { inChat, type PanelModel } from '../state/panel-model';
import type { ChatViews } from './chat-part';
import { ComingViews } from './coming-views';
import type { StageView, ViewContext } from './context';
import type { DataViews } from './data-part';
import { chatFormView, offlineFormView } from './form-views';
import {
  erasedView,
  loadingView,
  nobodyView,
  refusedView,
  startingView,
  thanksView,
} from './notice-views';

/** Brings the views that come in scripts of their own. */
export interface ViewLoaders {
  readonly chat: () => Promise<ChatViews>;
  readonly data: () => Promise<DataViews>;
}

/** The view of each stage, and of what is held; until one has come, that it is on its way. */
export class StageViews {
  private readonly chat: ComingViews<ChatViews>;
  private readonly ownData: ComingViews<DataViews>;

  constructor(
    private readonly context: ViewContext,
    load: ViewLoaders,
    private readonly onChange: () => void,
  ) {
    this.chat = new ComingViews(load.chat, onChange);
    this.ownData = new ComingViews(load.data, onChange);
  }

  /** Has what is needed, or soon may be, brought. */
  want({ open, data, stage }: PanelModel): void {
    // Behind the form, so that a chat finds it there.
    if (open || inChat(stage)) {
      this.chat.want();
    }
    if (data || stage.kind === 'withdrawn') {
      this.ownData.want();
    }
  }

  /** What comes of a withdrawal is told by it, and there may be no connection then. */
  wantOutcome(): void {
    this.ownData.want();
  }

  /** Stages with the same key share a view, which is updated instead of made anew. */
  keyOf({ stage, use }: PanelModel): string {
    if (stage.kind === 'offline' && use?.offlineMessages === false) {
      return 'nobody';
    }
    if (this.chat.views === undefined && (inChat(stage) || stage.kind === 'ended')) {
      return this.chat.state;
    }
    if (this.ownData.views === undefined && stage.kind === 'withdrawn') {
      return this.ownData.state;
    }
    return inChat(stage) ? 'chat' : stage.kind;
  }

  of({ stage, use }: PanelModel): StageView {
    switch (stage.kind) {
      case 'starting':
        return startingView(this.context);
      case 'form':
        return chatFormView(this.context);
      case 'offline':
        return use?.offlineMessages === false
          ? nobodyView(this.context)
          : offlineFormView(this.context, stage.written ?? {});
      case 'queued':
      case 'active':
      case 'ending':
        return this.chat.views?.chatView(this.context) ?? this.loading(this.chat);
      case 'ended':
        return this.chat.views?.endedView(this.context, stage.ending) ?? this.loading(this.chat);
      case 'thanks':
        return thanksView(this.context, stage.reference);
      case 'erased':
        return erasedView(this.context);
      case 'withdrawn':
        return this.ownData.views?.withdrawnView(this.context) ?? this.loading(this.ownData);
      case 'refused':
        return refusedView(this.context, stage.problem);
    }
  }

  get dataKey(): string {
    return this.ownData.state;
  }

  /** `withdraw` asks whether the consent shall be withdrawn. */
  data(withdraw: () => void): StageView {
    return this.ownData.views?.dataView(this.context, withdraw) ?? this.loading(this.ownData);
  }

  private loading(views: ComingViews<unknown>): StageView {
    return loadingView(this.context, views.state === 'failed', () => {
      views.fetch();
      this.onChange();
    });
  }
}
