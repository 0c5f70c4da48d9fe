package org.lethe.privacy.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.pause.Backoff;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

/**
 * The suite's way to Redis: owns connections, time-outs and reconnect.
 *
 * <p>Blocks; meant for virtual threads. Every failure that may pass is a {@link
 * StoreUnavailableException}. Nothing can be written without a time to live.
 */
public final class RedisStore implements AutoCloseable {

    private static final Script TIME = Script.load("vault/time.lua");

    private final RedisSettings settings;
    private final Topology topology;
    private final Link link;
    private final Link confirming;
    private final Link keyLink;
    private final KeyRecords keyRecords;
    private final Keyspace keyspace;
    private final ScriptRunner scripts;
    private final RedisSignals signals;
    private final StoreWatch watch;
    private final Opening opening;
    private final List<Runnable> connectListeners = new CopyOnWriteArrayList<>();

    private RedisStore(RedisSettings settings, Topology topology) {
        this.settings = settings;
        this.topology = topology;
        var parts = new ArrayList<Late<?>>();
        this.link = link(parts, this::connected);
        this.confirming = link(parts, () -> {});
        this.keyLink = link(parts, () -> {});
        this.keyRecords = new KeyRecords(keyLink, settings);
        this.keyspace = new Keyspace(link, settings.timeout());
        this.scripts = new ScriptRunner(link);
        this.signals = new RedisSignals(receiver -> pubSub(parts, receiver), settings.timeout());
        this.watch = new StoreWatch(new NodeScan(link, topology, settings));
        this.opening = Opening.start(parts, this::connected);
    }

    /**
     * A store that connects by itself, now or whenever Redis is there: until then it is away.
     *
     * @throws IllegalArgumentException if the settings name no Redis
     */
    public static RedisStore open(RedisSettings settings) {
        return new RedisStore(settings, Topology.of(settings));
    }

    /** Those between two attempts at what a process can't do without. */
    public Backoff pauses() {
        return Opening.pauses();
    }

    /** A key of a shard that belongs to no scope, such as {@code {s07}:outbox}. */
    public static String shardKey(int shard, String name) {
        return Shard.tag(shard) + ":" + name;
    }

    public RedisSignals signals() {
        return signals;
    }

    /** For the vault alone. */
    public KeyRecords keyRecords() {
        return keyRecords;
    }

    /** For this module alone: services reach scopes by their slots, and the rest by scripts. */
    public Keyspace keyspace() {
        return keyspace;
    }

    /** Begins a walk over all keys, for the watchdog. */
    public KeyWalk walk() {
        return new KeyWalk(link, settings.timeout());
    }

    /** Those of the keys that are there, with what they have to live; for the watchdog. */
    public List<KeyWalk.Found> lives(List<String> keys) {
        return KeyWalk.lives(link.commands(), keys, settings.timeout());
    }

    /** How many replicas confirm a key's creation and destruction. */
    public int replicas() {
        return settings.replicas();
    }

    /**
     * Called when Redis is there, now or later, and again after each reconnect; on threads that may
     * block.
     */
    public void onConnected(Runnable listener) {
        connectListeners.add(listener);
        if (opening.obstacle().isEmpty()) {
            Thread.startVirtualThread(listener);
        }
    }

    public ScriptReply run(ScriptCall call) {
        return runAll(List.of(call)).getFirst();
    }

    /** Runs scripts of any shards in one round trip; the replies are in the order of the calls. */
    public List<ScriptReply> runAll(List<ScriptCall> calls) {
        List<CompletionStage<ScriptReply>> replies = calls.stream().map(scripts::send).toList();
        return Replies.awaitAll(replies, settings.timeout()).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * Runs a script on several shards in one round trip; the replies are in the shards' order.
     * Where all are on one node, few calls do for all of them.
     */
    public List<ScriptReply> runAll(ScriptBatch batch) {
        if (!topology.isOneNode()) {
            return runAll(batch.single());
        }
        List<CompletionStage<List<ScriptReply>>> replies =
                batch.calls().stream().map(scripts::sendEach).toList();
        return Replies.awaitAll(replies, settings.timeout()).stream()
                .flatMap(part -> Objects.requireNonNull(part).stream())
                .toList();
    }

    /** To the node of the tag in the channel's name. */
    public void publishSharded(String channel, byte[] payload) {
        await(link.commands().spublish(channel, payload));
    }

    /**
     * Waits until the replicas have everything that was written on these shards before this call.
     *
     * @return false if fewer than are configured confirmed in time; true where none are configured
     */
    public boolean confirm(Collection<Integer> shards) {
        if (settings.replicas() == 0 || shards.isEmpty()) {
            return true;
        }
        return ReplicaFence.confirm(confirming, shards, settings);
    }

    /** As {@link #confirm}, for those who can only ask again: throws if too few confirmed. */
    public void requireConfirmed(Collection<Integer> shards) {
        if (!confirm(shards)) {
            throw new StoreUnavailableException(
                    new IllegalStateException("too few replicas confirmed"));
        }
    }

    /**
     * Asks each primary, and tells why Redis can't be worked with; empty if it can. By a script: a
     * PING is answered also by who does nothing else.
     */
    public Optional<Obstacle> obstacle() {
        if (opening.obstacle().isPresent()) {
            return opening.obstacle();
        }
        try {
            runAll(link.nodes().stream().map(node -> ScriptCall.of(TIME, node.shard())).toList());
            return Optional.empty();
        } catch (StoreUnavailableException | CommandRefusedException e) {
            return Optional.of(Obstacle.of(e));
        }
    }

    /** Whether Redis does what it is asked for. */
    public boolean isReachable() {
        return obstacle().isEmpty();
    }

    /** Compares how every node is set up, and how its clock goes, with what the promise needs. */
    public StoreInspection inspect() {
        return watch.look();
    }

    /**
     * Which part of its memory the fullest primary had taken when it was last inspected, from 0 to
     * 1.
     */
    public double filled() {
        return watch.filled();
    }

    /** How many nodes did not answer when they were last inspected. */
    public int silentNodes() {
        return watch.silent();
    }

    @Override
    public void close() {
        opening.close();
        signals.close();
        watch.close();
        keyLink.close();
        confirming.close();
        link.close();
        topology.close();
    }

    private void connected() {
        connectListeners.forEach(Runnable::run);
    }

    private Link link(List<Late<?>> parts, Runnable onReconnected) {
        var late = new Late<>(() -> topology.connect(onReconnected));
        parts.add(late);
        return new LateLink(late);
    }

    private PubSubLink pubSub(List<Late<?>> parts, PubSubLink.Receiver receiver) {
        var late = new Late<>(() -> topology.connectPubSub(receiver));
        parts.add(late);
        return new LatePubSub(late);
    }

    private <T> @Nullable T await(CompletionStage<T> reply) {
        return Replies.await(reply, settings.timeout());
    }
}
