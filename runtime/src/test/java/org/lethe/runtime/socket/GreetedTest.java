package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;

class GreetedTest {

    private static final ChatId CHAT = ChatId.of("c01-abcd-" + "1".repeat(26));
    private static final ClientMessageId ID = ClientMessageId.of("message-0001");

    private final List<String> sent = new ArrayList<>();
    private final Greeted<DeskClientFrame, DeskServerFrame> greeted =
            new Greeted<>(
                    new Peer<>(
                            connection(),
                            new Caller.Visitor(
                                    new AccountId("acme"),
                                    new VisitId("v16-arg8-w2cdnxwn7ax967fn20vvp3w4ts")),
                            TestSockets.load(Map.of())),
                    new Refusing());

    @Test
    void answersWhatIsRefusedByTheNamesThatItHas() {
        greeted.handle(new DeskClientFrame.Send(CHAT, ID, MessageText.of("Hi"), null));
        greeted.handle(new DeskClientFrame.Typing(CHAT, true));
        greeted.handle(new DeskClientFrame.Status(true));

        assertThat(sent)
                .containsExactly(
                        FrameCodec.write(ErrorFrame.of(ErrorCode.NOT_FOUND, CHAT, ID)),
                        FrameCodec.write(ErrorFrame.of(ErrorCode.NOT_FOUND, CHAT, null)),
                        FrameCodec.write(ErrorFrame.of(ErrorCode.NOT_FOUND)));
    }

    private WebSocketConnection connection() {
        return (WebSocketConnection)
                Proxy.newProxyInstance(
                        GreetedTest.class.getClassLoader(),
                        new Class<?>[] {WebSocketConnection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("isOpen")) {
                                return true;
                            }
                            sent.add(String.valueOf(arguments[0]));
                            return Uni.createFrom().voidItem();
                        });
    }

    private static final class Refusing implements FrameSession<DeskClientFrame> {

        @Override
        public void start() {}

        @Override
        public void onFrame(DeskClientFrame frame) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }

        @Override
        public void stop() {}
    }
}
