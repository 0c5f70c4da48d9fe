package org.lethe.runtime.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The only connection of a service, of a client that says no origin and reads what it is sent. */
final class OneConnection {

    private final Attributes attributes = new Attributes();
    private final WebSocketConnection socket = as(WebSocketConnection.class, this::answer);
    private volatile OptionalInt closeCode = OptionalInt.empty();

    WebSocketConnection socket() {
        return socket;
    }

    /** What it was closed with by the service. */
    OptionalInt closeCode() {
        return closeCode;
    }

    Instance<OpenConnections> amongAll() {
        var all = as(OpenConnections.class, (_, _, _) -> Stream.of(socket));
        return as(OfConnections.class, (_, _, _) -> Stream.of(all));
    }

    private interface OfConnections extends Instance<OpenConnections> {}

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "userData" -> attributes;
            case "isOpen" -> closeCode.isEmpty();
            case "id" -> "connection";
            case "handshakeRequest" -> as(HandshakeRequest.class, (_, _, _) -> null);
            case "close" -> {
                closeCode =
                        OptionalInt.of(
                                ((CloseReason) Objects.requireNonNull(arguments)[0]).getCode());
                yield Uni.createFrom().voidItem();
            }
            case "sendText" -> Uni.createFrom().voidItem();
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static <T> T as(Class<T> type, InvocationHandler answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
    }

    @SuppressWarnings("unchecked") // a key has the type of its value
    private static final class Attributes implements UserData {

        private final Map<TypedKey<?>, Object> values = new ConcurrentHashMap<>();

        @Override
        public <V> @Nullable V get(TypedKey<V> key) {
            return (V) values.get(key);
        }

        @Override
        public <V> @Nullable V put(TypedKey<V> key, V value) {
            return (V) values.put(key, value);
        }

        @Override
        public <V> @Nullable V remove(TypedKey<V> key) {
            return (V) values.remove(key);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public void clear() {
            values.clear();
        }
    }
}
