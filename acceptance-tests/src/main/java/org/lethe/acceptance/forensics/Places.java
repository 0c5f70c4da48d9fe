package org.lethe.acceptance.forensics;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.service.ServiceKind;

/** Where a running suite could have left something. */
final class Places implements AutoCloseable {
    private final Supplier<StackState> suite;
    private final RedisKeys redis;
    private final Folder files;

    /**
     * @param suite as it is now: a process that was started anew is another one
     */
    Places(Supplier<StackState> suite) {
        this.suite = suite;
        this.redis = new RedisKeys(suite.get().redis());
        this.files = new Folder("file relay", suite.get().files());
    }

    RedisKeys redis() {
        return redis;
    }

    Folder files() {
        return files;
    }

    /** Where wrapped keys are held during life. */
    List<Place> keys() {
        return List.of(redis, redisMemory());
    }

    private Place redisMemory() {
        return new ProcessMemory("Redis memory", pid(suite.get(), "redis"));
    }

    /** What holds something under the name of a scope. */
    List<Place> stores() {
        return List.of(redis, files);
    }

    List<Folder> folders() {
        StackState now = suite.get();
        return List.of(
                files,
                new Folder("Kafka", now.kafka().directory()),
                new Folder("logs", now.run().resolve("logs")),
                new Folder("temp folder", now.temporary()),
                new Folder("Keycloak", now.keycloak().directory()));
    }

    /** What is small enough that four bytes don't stand there by chance. */
    List<Place> small() {
        return Stream.concat(Stream.<Place>of(redis), folders().stream()).toList();
    }

    List<Place> memory() {
        return Stream.concat(Stream.of(redisMemory()), heaps().stream()).toList();
    }

    List<Place> heaps() {
        return heaps(suite.get());
    }

    /** All memory of services, whether their JVMs still use it or not. */
    List<Place> memory(Collection<ServiceKind> services) {
        StackState now = suite.get();
        return processes(now, services)
                .map(name -> (Place) new ProcessMemory(name + " memory", pid(now, name)))
                .toList();
    }

    /** What the JVMs of services still use. */
    List<Place> heaps(Collection<ServiceKind> services) {
        return heaps(suite.get(), services);
    }

    static List<Place> heaps(StackState suite) {
        return heaps(suite, EnumSet.allOf(ServiceKind.class));
    }

    private static List<Place> heaps(StackState suite, Collection<ServiceKind> services) {
        return processes(suite, services).map(name -> heap(suite, name)).toList();
    }

    /** The names of the processes that are these services. */
    private static Stream<String> processes(StackState suite, Collection<ServiceKind> services) {
        return suite.pids().keySet().stream()
                .filter(name ->
                        ServiceInstance.named(name)
                                .filter(process -> services.contains(process.kind()))
                                .isPresent())
                .sorted();
    }

    private static Place heap(StackState suite, String name) {
        return new LiveHeap(name + " heap", pid(suite, name));
    }

    /** Where somebody who has the key-encryption key would look for wrapped keys. */
    List<Place> everyStore() {
        return Stream.concat(keys().stream(), folders().stream()).toList();
    }

    private static long pid(StackState suite, String part) {
        return Objects.requireNonNull(suite.pids().get(part), part);
    }

    @Override
    public void close() {
        redis.close();
    }
}
