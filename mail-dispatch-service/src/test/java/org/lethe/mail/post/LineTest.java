package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LineTest {

    private final Promise<Void> written = Promise.promise();
    private final List<Buffer> sent = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final NetSocket socket =
            fake(NetSocket.class, args -> written.future(), args -> sent.add((Buffer) args[0]));
    private final Line line = new Line();
    private final NetClient client =
            line.watch(fake(NetClient.class, args -> Future.succeededFuture(socket), args -> {}));

    @Test
    void erasesTheBytesOnceTheyAreWritten() {
        connect().write("of somebody\r\n");
        assertThat(sent.getFirst()).hasToString("of somebody\r\n");

        written.complete();

        assertThat(sent.getFirst().getBytes()).containsOnly(0);
    }

    @Test
    void knowsWhenTheServerMayHaveAllOfIt() {
        NetSocket watched = connect();
        line.begin();
        watched.write("DATA\r\n");
        watched.write("..\r\n");
        assertThat(line.isWhole()).isFalse();

        watched.write(".\r\n");
        assertThat(line.isWhole()).isTrue();

        line.begin();
        assertThat(line.isWhole()).isFalse();
    }

    @Test
    void closesWhatIsConnectedAfterItWasCut() {
        assertThat(line.stands()).isFalse();
        connect();
        assertThat(line.stands()).isTrue();
        line.cut();
        assertThat(calls).contains("NetSocket.close", "NetClient.close");
        calls.clear();

        connect();

        assertThat(calls).contains("NetSocket.close");
        assertThat(line.stands()).isFalse();
    }

    private NetSocket connect() {
        return client.connect(25, "localhost").result();
    }

    private <T> T fake(
            Class<T> type, Function<Object[], Object> answer, Consumer<Object[]> onWrite) {
        return type.cast(
                Proxy.newProxyInstance(
                        LineTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, args) -> {
                            calls.add(type.getSimpleName() + "." + method.getName());
                            if (method.getName().equals("write")) {
                                onWrite.accept(args);
                            }
                            return method.getName().equals("hashCode")
                                    ? 1
                                    : method.getReturnType().equals(Future.class)
                                            ? answer.apply(args)
                                            : null;
                        }));
    }
}
