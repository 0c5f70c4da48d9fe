package org.lethe.bench.suite;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Trust;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.People;
import org.lethe.bench.cost.Spent;
import org.lethe.bench.load.Site;
import org.lethe.bench.load.Waiting;
import org.lethe.bench.store.BenchedStore;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.ProcessHost;
import org.lethe.stack.process.RunDirectory;
import org.lethe.stack.service.JvmProfile;
import org.lethe.stack.service.ServiceKind;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/** The suite with limits that let one machine be many callers: everything else is as it ships. */
public final class BenchedSuite implements AutoCloseable {

    /** Of a visit, and some for the net behind it. */
    private static final Duration LIFE = Duration.ofMinutes(4);

    /** More than the consoles of an operator who stands for many. */
    private static final String SOCKETS_PER_CALLER = "1000";

    /** Its consoles stay as long as a run, and have nobody who signs in again; in seconds. */
    private static final String FOR_HOURS = "43200";

    private static final String UNLIMITED = "1000000 in 1s";

    private final LetheStack stack;
    private final StackState state;
    private final BenchedStore store;
    private final Through through;
    private final Site site;
    private final Duration startedIn;
    private final ProcessHost peers =
            ProcessHost.start(RunDirectory.create(StackPaths.find().runs()));
    private final AtomicInteger visitors = new AtomicInteger();
    private final Map<String, String> versionsOfPeers = new TreeMap<>();

    private BenchedSuite(LetheStack stack, Through through, Duration startedIn) {
        this.stack = stack;
        this.state = stack.state();
        this.store = new BenchedStore(state.redis());
        this.through = through;
        this.site = site(state, through);
        this.startedIn = startedIn;
    }

    /**
     * @param jvm how its services are started
     * @param through which way its clients go
     * @param replicas processes of each service
     */
    public static BenchedSuite start(JvmProfile jvm, Through through, int replicas) {
        long begin = System.nanoTime();
        LetheStack stack =
                LetheStack.start(
                        StackSettings.beside()
                                .withJvm(jvm)
                                .withReplicas(replicas)
                                .with("LETHE_LIMITS_SOCKETS_PER_ADDRESS", UNLIMITED)
                                .with("LETHE_SOCKETS_PER_CALLER", SOCKETS_PER_CALLER)
                                .with("LETHE_SIGN_IN_GRACE", FOR_HOURS)
                                .with("LETHE_LIMITS_FRAMES", UNLIMITED)
                                .with("LETHE_LIMITS_MESSAGES", UNLIMITED)
                                .with("LETHE_LIMITS_VISITS_PER_ACCOUNT", UNLIMITED)
                                .with("LETHE_LIMITS_UPLOADS_PER_ACCOUNT", "1000G in 1h")
                                .with("LETHE_LIMITS_QUEUED_CHATS", "100000"));
        return new BenchedSuite(stack, through, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** From the start of its first part until all were ready. */
    public Duration startedIn() {
        return startedIn;
    }

    public Site site() {
        return site;
    }

    /** The number of a visitor who was not there before: it makes an address of its own. */
    public int nextVisitor() {
        return visitors.getAndIncrement();
    }

    /**
     * Waits until all that earlier runs left has reached its deadline: three minutes for visits.
     *
     * @throws IllegalStateException if something is still open then
     */
    public void awaitNobody() {
        if (!Waiting.until(LIFE, () -> store.open() == 0)) {
            throw new IllegalStateException(store.open() + " scopes are still open after " + LIFE);
        }
    }

    private static Site site(StackState state, Through through) {
        URI gateway = gateway(state);
        return new Site(
                new Gateway(gateway, Trust.in(state.certificate())),
                through.to(port(state, ServiceKind.CHAT), gateway),
                through.to(port(state, ServiceKind.PRESENCE), gateway),
                through.to(port(state, ServiceKind.FILE), gateway),
                People.ACCOUNT,
                People.of(state).origin(),
                gateway.toString());
    }

    private static URI gateway(StackState state) {
        return Objects.requireNonNull(state.gateway());
    }

    private static URI port(StackState state, ServiceKind service) {
        return URI.create("http://127.0.0.1:" + state.ports().get(service.port().code()));
    }

    /** An access token of an operator of the site's account. */
    public String operator() {
        return People.of(state).token(People.OPERATOR);
    }

    /** The same of another one. */
    public String colleague() {
        return People.of(state).token(People.ADMINISTRATOR);
    }

    /** Erasures, as a privacy officer of the site's account asks for them. */
    public Erasure erasure() {
        People people = People.of(state);
        URI address = through.to(port(state, ServiceKind.GDPR), gateway(state));
        return new Erasure(
                people.gateway().at(address, Trust.COMMON), people.token(People.PRIVACY_OFFICER));
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

    /** What its mail server has taken. */
    public InboxClient inbox() {
        return new InboxClient(state.inbox());
    }

    /** The relay to compare with; empty where it can't be had. */
    public Optional<SocketIoRelay> relay() {
        Optional<SocketIoRelay> relay = SocketIoRelay.start(peers);
        relay.ifPresent(peer -> versionsOfPeers.putAll(peer.versions()));
        return relay;
    }

    /** The Prosody to compare with; empty where this machine has none. */
    public Optional<Prosody> prosody() {
        Optional<Prosody> prosody = Prosody.start(peers);
        prosody.flatMap(_ -> Prosody.version())
                .ifPresent(version -> versionsOfPeers.put("Prosody", version));
        return prosody;
    }

    /** The nginx to compare with; empty where this machine has none. */
    public Optional<Nginx> nginx() {
        Optional<Nginx> nginx = Nginx.start(peers);
        nginx.flatMap(Nginx::version).ifPresent(version -> versionsOfPeers.put("nginx", version));
        return nginx;
    }

    /** Of all that has taken part until now, peers too, by name. */
    public Map<String, String> versions() {
        var versions = new TreeMap<String, String>(Versions.of(store));
        versions.putAll(versionsOfPeers);
        return versions;
    }

    /** Where mail is taken. */
    public StackState.Mail mail() {
        return state.mail();
    }

    @Override
    public void close() {
        store.close();
        stack.close();
        peers.close();
        peers.run().removeData();
    }
}
