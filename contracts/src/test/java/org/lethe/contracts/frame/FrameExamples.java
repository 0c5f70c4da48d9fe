package org.lethe.contracts.frame;

import static java.util.Map.entry;
import static org.lethe.contracts.Examples.ACCOUNT;
import static org.lethe.contracts.Examples.ADDRESS;
import static org.lethe.contracts.Examples.ANNA;
import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.CHAT;
import static org.lethe.contracts.Examples.EMAIL;
import static org.lethe.contracts.Examples.FILE;
import static org.lethe.contracts.Examples.HELLO;
import static org.lethe.contracts.Examples.HOST;
import static org.lethe.contracts.Examples.MESSAGE;
import static org.lethe.contracts.Examples.OPERATOR;
import static org.lethe.contracts.Examples.QUESTION;
import static org.lethe.contracts.Examples.VERA;
import static org.lethe.contracts.Examples.VISIT;

import java.util.List;
import java.util.Map;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.personal.VisitorTrait;

/** One frame of each type, by the name of its socket's side and its type. */
final class FrameExamples {

    private static final BearerToken TOKEN = new BearerToken("eyJ0.eyJz.c2ln");
    private static final FileView FILE_VIEW =
            new FileView(FILE, FileName.of("plan.pdf"), "application/pdf", 1_024);
    private static final DestroyedView DESTROYED =
            new DestroyedView(12, 1, AT, ChatReceiptId.of(CHAT), ReferenceNumber.of(CHAT));

    static final Map<String, VisitClientFrame> VISIT_CLIENT =
            Map.of(
                    "hello", new VisitClientFrame.Hello(TOKEN),
                    "page",
                            new VisitClientFrame.Page(
                                    PageUrl.of("https://shop.example/a?b=c"),
                                    PageTitle.of("Caf\u00e9"),
                                    null),
                    "details",
                            new VisitClientFrame.Details(
                                    Map.of(DetailName.of("Basket"), DetailText.of("\u20ac 360"))),
                    "heartbeat", new VisitClientFrame.Heartbeat(),
                    "leave", new VisitClientFrame.Leave());

    static final Map<String, VisitServerFrame> VISIT_SERVER =
            Map.of(
                    "ready", new VisitServerFrame.Ready(VISIT, 30, TOKEN),
                    "heartbeat", new VisitServerFrame.Heartbeat(),
                    "erased", new VisitServerFrame.Erased(),
                    "error", ErrorFrame.of(ErrorCode.SCOPE_DESTROYED));

    static final Map<String, VisitorsClientFrame> VISITORS_CLIENT =
            Map.of("hello", new VisitorsClientFrame.Hello(TOKEN));

    static final Map<String, VisitorsServerFrame> VISITORS_SERVER =
            Map.of(
                    "ready", new VisitorsServerFrame.Ready(ACCOUNT),
                    "visitors", new VisitorsServerFrame.Visitors(List.of(visitor())),
                    "changed", new VisitorsServerFrame.Changed(List.of(stranger())),
                    "gone", new VisitorsServerFrame.Gone(List.of(VISIT)),
                    "error", ErrorFrame.of(ErrorCode.UNAVAILABLE));

    static final Map<String, ChatClientFrame> CHAT_CLIENT =
            Map.of(
                    "hello", new ChatClientFrame.Hello(TOKEN, 3L),
                    "send", new ChatClientFrame.Send(MESSAGE, HELLO, FILE),
                    "typing", new ChatClientFrame.Typing(true),
                    "read", new ChatClientFrame.Read(3),
                    "end", new ChatClientFrame.End());

    static final Map<String, ChatServerFrame> CHAT_SERVER =
            Map.of(
                    "ready", new ChatServerFrame.Ready(CHAT, ChatState.ACTIVE, 3, ANNA, TOKEN),
                    "message",
                            new ChatServerFrame.Message(
                                    3, MESSAGE, Speaker.OPERATOR, ANNA, HELLO, FILE_VIEW, AT),
                    "sent", new ChatServerFrame.Sent(MESSAGE, 4, AT),
                    "typing", new ChatServerFrame.Typing(Speaker.OPERATOR, true),
                    "read", new ChatServerFrame.Read(Speaker.OPERATOR, 4),
                    "state", new ChatServerFrame.State(ChatState.QUEUED, 2, null),
                    "ended", new ChatServerFrame.Ended(EndReason.ERASURE, DESTROYED),
                    "error", ErrorFrame.of(ErrorCode.CHAT_ENDED, null, MESSAGE));

    static final Map<String, DeskClientFrame> DESK_CLIENT =
            Map.of(
                    "hello", new DeskClientFrame.Hello(TOKEN, Map.of(CHAT, 3L)),
                    "accept", new DeskClientFrame.Accept(CHAT),
                    "send", new DeskClientFrame.Send(CHAT, MESSAGE, HELLO, null),
                    "typing", new DeskClientFrame.Typing(CHAT, false),
                    "read", new DeskClientFrame.Read(CHAT, 3),
                    "end", new DeskClientFrame.End(CHAT),
                    "status", new DeskClientFrame.Status(true),
                    "heartbeat", new DeskClientFrame.Heartbeat());

    static final Map<String, DeskServerFrame> DESK_SERVER =
            Map.ofEntries(
                    entry("ready", new DeskServerFrame.Ready(OPERATOR, ANNA, ACCOUNT, AT)),
                    entry("queue", new DeskServerFrame.Queue(List.of(queued()), List.of(CHAT))),
                    entry("chats", new DeskServerFrame.Chats(List.of(own()), List.of(CHAT))),
                    entry(
                            "message",
                            new DeskServerFrame.Message(
                                    CHAT, 3, MESSAGE, Speaker.VISITOR, VERA, null, FILE_VIEW, AT)),
                    entry("sent", new DeskServerFrame.Sent(CHAT, MESSAGE, 4, AT)),
                    entry("typing", new DeskServerFrame.Typing(CHAT, Speaker.VISITOR, true)),
                    entry("read", new DeskServerFrame.Read(CHAT, Speaker.VISITOR, 4)),
                    entry("left", new DeskServerFrame.Left(CHAT, AT)),
                    entry("ended", new DeskServerFrame.Ended(CHAT, EndReason.VISITOR, DESTROYED)),
                    entry("losses", losses()),
                    entry("heartbeat", new DeskServerFrame.Heartbeat()),
                    entry("error", ErrorFrame.of(ErrorCode.CONFLICT, CHAT, null)));

    private FrameExamples() {}

    private static VisitorView visitor() {
        return new VisitorView(
                VISIT,
                AT,
                false,
                PageUrl.of("https://shop.example/a"),
                PageTitle.of("Shop"),
                Referrer.of("https://search.example/"),
                List.of(
                        new VisitorView.PageView(
                                PageUrl.of("https://shop.example/"), PageTitle.of("Home"), AT)),
                VisitorTrait.of("Firefox 140"),
                VisitorTrait.of("Linux"),
                VisitorTrait.of("Desktop"),
                VisitorTrait.of("Paderborn"),
                VisitorTrait.of("North Rhine-Westphalia"),
                VisitorTrait.of("Germany"),
                VisitorTrait.of("DE"),
                VisitorTrait.of("33098"),
                VisitorTrait.of("Example Networks"),
                ADDRESS,
                HOST,
                Map.of(DetailName.of("plan"), DetailText.of("gold")),
                CHAT,
                OPERATOR);
    }

    /** What is left when nothing is known and addresses are removed. */
    private static VisitorView stranger() {
        return new VisitorView(
                VISIT,
                AT,
                true,
                PageUrl.of("https://shop.example/a"),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null);
    }

    private static DeskServerFrame.QueuedChat queued() {
        return new DeskServerFrame.QueuedChat(
                CHAT, VISIT, AT, VERA, EMAIL, QUESTION, ADDRESS, HOST);
    }

    private static DeskServerFrame.Losses losses() {
        return new DeskServerFrame.Losses(
                List.of(
                        new DeskServerFrame.LetterLosses(
                                LetterKind.TRANSCRIPT, LossReason.NOT_TAKEN, 2, AT)),
                new DeskServerFrame.ChatLosses(3, 1, AT));
    }

    private static DeskServerFrame.OwnChat own() {
        return new DeskServerFrame.OwnChat(
                CHAT, VISIT, ChatState.ACTIVE, VERA, null, null, null, null, 4);
    }
}
