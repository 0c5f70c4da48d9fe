package org.lethe.privacy.seal;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for a key in all that a cipher or a Mac leads to. */
final class KeyTrace {

    /** As much of a key as nobody else has. */
    private static final int PART = 16;

    /** How HMAC has it: exclusive or with each of these. */
    private static final byte[] PADS = {0, 0x36, 0x5c};

    private final byte[] key;

    KeyTrace(byte[] key) {
        this.key = key;
    }

    boolean isIn(@Nullable Object object) {
        return isIn(object, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean isIn(@Nullable Object object, Set<Object> seen) {
        return switch (object) {
            case null -> false;
            case byte[] bytes -> holdsKey(bytes);
            case int[] words -> holdsKey(words);
            case Object[] several -> Arrays.stream(several).anyMatch(each -> isIn(each, seen));
            case Object other when isOfCiphers(other.getClass()) && seen.add(other) ->
                    fields(other.getClass(), other).anyMatch(each -> isIn(each, seen));
            default -> false;
        };
    }

    private static boolean isOfCiphers(Class<?> type) {
        String name = type.getName();
        return name.startsWith("javax.crypto.") || name.startsWith("com.sun.crypto.provider.");
    }

    private static Stream<@Nullable Object> fields(Class<?> type, Object of) {
        Stream<@Nullable Object> own =
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .filter(field -> !field.getType().isPrimitive())
                        .map(field -> value(field, of));
        Class<?> above = type.getSuperclass();
        return isOfCiphers(above) ? Stream.concat(own, fields(above, of)) : own;
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words of a key schedule are the key's, in one order of bytes or the other. */
    private boolean holdsKey(int[] words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES);
        ByteBuffer reversed = ByteBuffer.allocate(words.length * Integer.BYTES);
        for (int word : words) {
            bytes.putInt(word);
            reversed.putInt(Integer.reverseBytes(word));
        }
        return holdsKey(bytes.array()) || holdsKey(reversed.array());
    }

    private boolean holdsKey(byte[] bytes) {
        return IntStream.rangeClosed(0, bytes.length - PART).anyMatch(at -> isAt(bytes, at));
    }

    private boolean isAt(byte[] bytes, int at) {
        int pad = bytes[at] ^ key[0];
        return IntStream.range(0, PADS.length).anyMatch(i -> PADS[i] == pad)
                && IntStream.range(0, PART).allMatch(i -> (bytes[at + i] ^ key[i]) == pad);
    }
}
