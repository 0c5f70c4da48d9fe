package org.lethe.mail.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The connections that a mail client opens, watched: how far the conversation got, how long the
 * other side has been silent, and a way to cut it off.
 *
 * <p>The client itself tells none of it. What it is given up on it sends all the same once the
 * server answers, and when a connection breaks it does not say whether the server had the whole
 * mail; {@code QuarkusMailerTest} shows both. The bytes of what is written are erased afterwards.
 */
final class Line {

    private static final String BEGIN_OF_MAIL = "MAIL FROM:";
    private static final String END_OF_MAIL = ".\r\n";

    /** A client that goes on connects at once; the way may be long. */
    private static final long LEFT_NANOS = 3_000_000_000L;

    /** And one that has a connection uses it at once. */
    private static final long STUCK_NANOS = 1_000_000_000;

    private final List<NetClient> clients = new CopyOnWriteArrayList<>();
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean begun;
    private volatile boolean whole;
    private volatile boolean stood;
    private volatile boolean spoke;
    private volatile long endedAt;
    private volatile long lastSign = System.nanoTime();

    /** The same client, with its connections watched. */
    NetClient watch(NetClient client) {
        clients.add(client);
        return proxy(
                NetClient.class,
                (method, args) -> {
                    Object result = call(client, method, args);
                    return method.getName().equals("connect") && result instanceof Future<?> made
                            ? made.map(socket -> watch((NetSocket) socket))
                            : result;
                });
    }

    /** A mail is about to be sent. */
    void begin() {
        begun = false;
        whole = false;
        endedAt = 0;
        spoke = false;
        stood = !sockets.isEmpty();
        sign();
    }

    /** Whether the server has, or may have, all of the mail. */
    boolean isWhole() {
        return whole;
    }

    /**
     * Whether nothing goes on: the server hung up during this mail and the client does not connect
     * again, or it says nothing on the connection that stood. Its pool loses one now and then.
     */
    boolean isStuck() {
        long now = System.nanoTime();
        long ended = endedAt;
        boolean isLeft = ended != 0 && sockets.isEmpty() && now - ended > LEFT_NANOS;
        return isLeft || (stood && !spoke && now - lastSign > STUCK_NANOS);
    }

    /** Whether the server has heard anything of the mail. */
    boolean isBegun() {
        return begun;
    }

    /** Since something was last heard of the server, or written to it. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastSign);
    }

    boolean stands() {
        return !cut && !sockets.isEmpty();
    }

    /** Hangs up, whatever is being said; what is connected after this is closed at once. */
    void cut() {
        cut = true;
        sockets.forEach(NetSocket::close);
        clients.forEach(NetClient::close);
    }

    private NetSocket watch(NetSocket socket) {
        sign();
        endedAt = 0;
        stood = false;
        sockets.add(socket);
        if (cut) {
            var _ = socket.close();
        }
        return proxy(NetSocket.class, (method, args) -> onCall(socket, method, args));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object onCall(
            NetSocket socket, Method method, @Nullable Object @Nullable [] args) {
        if (args == null || args[0] == null) {
            return call(socket, method, args);
        }
        return switch (method.getName()) {
            case "write" ->
                    args[0] instanceof String text
                            ? write(socket, text, args)
                            : call(socket, method, args);
            case "handler" -> {
                var reader = (Handler<Buffer>) args[0];
                yield socket.handler(heard -> {
                    sign();
                    reader.handle(heard);
                });
            }
            case "closeHandler" -> {
                var listener = (Handler<Void>) args[0];
                yield socket.closeHandler(_ -> {
                    sockets.remove(socket);
                    endedAt = System.nanoTime();
                    listener.handle(null);
                });
            }
            default -> call(socket, method, args);
        };
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object write(NetSocket socket, String text, @Nullable Object[] args) {
        Future<Void> written = write(socket, text);
        if (args.length > 1) {
            written.onComplete((Handler<AsyncResult<Void>>) args[1]);
            return null;
        }
        return written;
    }

    private Future<Void> write(NetSocket socket, String text) {
        sign();
        spoke = true;
        begun |= text.startsWith(BEGIN_OF_MAIL);
        if (text.equals(END_OF_MAIL)) {
            whole = true;
        }
        byte[] bytes = text.getBytes(UTF_8);
        Buffer buffer = Buffer.buffer(bytes);
        return socket.write(buffer)
                .onComplete(written -> {
                    buffer.setBytes(0, new byte[bytes.length]);
                    Arrays.fill(bytes, (byte) 0);
                });
    }

    private void sign() {
        lastSign = System.nanoTime();
    }

    private static <T> T proxy(Class<T> type, Call handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        Line.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, args) -> handler.on(method, args)));
    }

    private static @Nullable Object call(
            Object target, Method method, @Nullable Object @Nullable [] args) {
        try {
            return method.invoke(target, args);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }

    private interface Call {

        @Nullable Object on(Method method, @Nullable Object @Nullable [] args);
    }
}
