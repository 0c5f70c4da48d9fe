package org.lethe.acceptance.forensics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lethe.stack.layout.StackState;

/** A quick look into the stores of a running suite, without the memory of its processes. */
public final class StoreSearch implements AutoCloseable {
    private final RedisKeys redis;
    private final List<Place> stores;
    private final List<Place> places;
    private final List<Needle> needles;

    /**
     * @param words texts to look for, in every encoding
     */
    public StoreSearch(StackState suite, List<String> words) {
        redis = new RedisKeys(suite.redis());
        stores = List.of(redis, new Folder("file relay", suite.files()));
        places = new ArrayList<>(stores);
        places.add(new Folder("Kafka", suite.kafka().directory()));
        places.add(new Folder("logs", suite.run().resolve("logs")));
        needles =
                Needle.of(
                        words.stream()
                                .map(word -> new Canary("a typed text", word, word))
                                .toList());
    }

    /** Searches the memory of Redis too, where freed values may still lie. */
    public StoreSearch withMemory(StackState suite) {
        places.add(
                new ProcessMemory(
                        "Redis memory", Objects.requireNonNull(suite.pids().get("redis"))));
        return this;
    }

    /** Every visit, chat, letter and erasure request that Redis has a key of. */
    public Set<String> scopes() {
        return redis.scopes();
    }

    /** Keys of scopes that have no time to live, which every one must have. */
    public List<String> withoutDeadline() {
        return redis.withoutDeadline();
    }

    public List<String> places() {
        return places.stream().map(Place::name).toList();
    }

    /** The places in which one of the words stands in clear. */
    public List<String> words() {
        return found(new Haystack(needles).search(places));
    }

    /** What the stores still hold under the name of a scope. */
    public List<String> remains(Collection<String> scopes) {
        return found(Remains.of(scopes, stores));
    }

    /** Those of the scopes under whose names the stores still hold something. */
    public Set<String> held(Collection<String> scopes) {
        return Remains.held(scopes, stores);
    }

    private static List<String> found(List<Finding> findings) {
        return findings.stream()
                .filter(Finding.Found.class::isInstance)
                .map(Finding.Found.class::cast)
                .flatMap(found ->
                        found.hits().stream()
                                .map(hit ->
                                        found.place() + ": " + hit.what() + " in " + hit.part()))
                .toList();
    }

    @Override
    public void close() {
        redis.close();
    }
}
