package org.lethe.privacy.redis.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;

/**
 * A Lua script from {@code resources/redis}, with the prelude before it: the tables of {@code
 * scopes.lua} and {@code events.lua}, and the functions of {@code prelude/}.
 *
 * <p>Nothing secret may pass through a script: Lua's heap is not scrubbed.
 */
public final class Script {

    private static final String FOLDER = "redis/";

    /** Each uses what those before it have. */
    private static final String PRELUDE =
            Stream.of(
                            "scopes",
                            "events",
                            "prelude/names",
                            "prelude/shards",
                            "prelude/time",
                            "prelude/pages",
                            "prelude/meta",
                            "prelude/outbox",
                            "prelude/notices",
                            "prelude/index",
                            "prelude/life",
                            "prelude/traces",
                            "prelude/farewell",
                            "prelude/destruction")
                    .map(part -> read(part + ".lua"))
                    .collect(Collectors.joining("\n"));

    /** Functions of the prelude, too, ask {@code KEYS[1]} for the shard that they work on. */
    private static final String BEFORE_EACH =
            """
            local function one()
            """;

    private static final String AFTER_EACH =
            """
            end
            local answers, failure = {}, nil
            for i, shard in ipairs(SHARDS) do
              KEYS[1] = shard
              local done, answer = pcall(one)
              answers[i] = done and answer or false
              failure = failure or not done and answer
            end
            -- What went wrong on one shard keeps nothing from the others.
            return failure and redis.error_reply(type(failure) == 'table' and failure.err or failure) or answers
            """;

    private final String name;
    private final Text single;
    private final Text each;

    private Script(String name, String body) {
        this.name = name;
        this.single = Text.of(body);
        this.each = Text.of(BEFORE_EACH + body + AFTER_EACH);
    }

    /** Loads {@code redis/<name>} from the class path. */
    public static Script load(String name) {
        return new Script(name, read(name));
    }

    /** Arguments for a script: numbers, texts, ids, bytes, and lists of them, in their order. */
    static List<byte[]> args(Object... values) {
        return Stream.of(values).flatMap(Script::arg).toList();
    }

    public String name() {
        return name;
    }

    /** For one shard, whose tag is {@code KEYS[1]}. */
    public Text single() {
        return single;
    }

    /** For each of the shards whose tags are {@code KEYS}; answers a list. */
    public Text each() {
        return each;
    }

    /** What Redis runs, and by which digest it knows it. */
    public record Text(String source, String sha) {

        static Text of(String body) {
            String source = PRELUDE + "\n" + body;
            return new Text(source, sha1(source.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Stream<byte[]> arg(Object value) {
        return switch (value) {
            case byte[] bytes -> Stream.of(bytes);
            case List<?> several -> several.stream().flatMap(Script::arg);
            case String _, ScopeId _, AccountId _, Integer _, Long _ ->
                    Stream.of(value.toString().getBytes(StandardCharsets.UTF_8));
            default ->
                    throw new IllegalArgumentException(
                            "no script argument: " + value.getClass().getSimpleName());
        };
    }

    private static String read(String name) {
        try (InputStream in = open(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream in = context == null ? null : context.getResourceAsStream(path);
        if (in == null) {
            in = Script.class.getClassLoader().getResourceAsStream(path);
        }
        if (in == null) {
            throw new IllegalArgumentException("no script " + path);
        }
        return in;
    }

    private static String sha1(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
