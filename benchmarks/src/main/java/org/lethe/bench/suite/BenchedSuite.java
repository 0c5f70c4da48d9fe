package org.lethe.bench.suite;

import java.net.URI;
import java.util.Objects;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Trust;
import org.lethe.acceptance.journey.People;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Site;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.store.BenchedStore;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * The suite with the JVM options of production, and with limits that let one machine be many
 * callers: everything else is as it ships.
 */
public final class BenchedSuite implements AutoCloseable {

    private static final String UNLIMITED = "1000000 in 1s";

    private final LetheStack stack;
    private final StackState state;
    private final BenchedStore store;

    private BenchedSuite(LetheStack stack) {
        this.stack = stack;
        this.state = stack.state();
        this.store = new BenchedStore(state.redis());
    }

    public static BenchedSuite start() {
        return new BenchedSuite(
                LetheStack.start(
                        StackSettings.beside()
                                .withJvm(JvmProfile.PRODUCTION)
                                .with("LETHE_LIMITS_SOCKETS_PER_ADDRESS", UNLIMITED)
                                .with("LETHE_LIMITS_FRAMES", UNLIMITED)
                                .with("LETHE_LIMITS_MESSAGES", UNLIMITED)
                                .with("LETHE_LIMITS_VISITS_PER_ACCOUNT", UNLIMITED)
                                .with("LETHE_LIMITS_QUEUED_CHATS", "100000")));
    }

    public Site site() {
        People people = People.of(state);
        URI gateway = Objects.requireNonNull(state.gateway());
        return new Site(
                new Gateway(gateway, Trust.in(state.certificate())),
                port(ServiceKind.CHAT),
                port(ServiceKind.PRESENCE),
                People.ACCOUNT,
                people.origin(),
                gateway.toString());
    }

    private URI port(ServiceKind service) {
        return URI.create("http://127.0.0.1:" + state.ports().get(service.port().code()));
    }

    /** An access token of an operator of the site's account. */
    public String operator() {
        return People.of(state).token(People.OPERATOR);
    }

    /** What all parts have spent until now. */
    public Spent spent() {
        return Spent.by(state, store);
    }

    /** What is spent in so many seconds in which nothing is asked of it. */
    public Spent atRest(int seconds) {
        Spent before = spent();
        Waiting.millis(seconds * 1000L);
        return spent().since(before);
    }

    public BenchedStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        stack.close();
    }
}
