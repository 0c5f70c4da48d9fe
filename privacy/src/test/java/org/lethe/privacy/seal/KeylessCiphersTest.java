package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A cipher that is lent again is never collected: what it held of a key would stay. Whether it
 * holds any is the JDK's doing, and looked for in all that the cipher leads to.
 */
class KeylessCiphersTest {

    /** As much of a key as nobody else has. */
    private static final int PART = 16;

    private final KeylessCiphers ciphers = new KeylessCiphers();
    private final byte[] key = DataKey.random();
    private final byte[] nonce = Randomness.bytes(AesGcm.NONCE);
    private final AtomicReference<@Nullable Cipher> lent = new AtomicReference<>();

    @Test
    void forgetTheKeyThatSealed() throws GeneralSecurityException {
        byte[] _ = sealed();
        assertThat(isKeyIn(lent.get())).isFalse();
    }

    @Test
    void forgetTheKeyThatOpened() throws GeneralSecurityException {
        byte[] sealed = sealed();
        byte[] _ = ciphers.use(cipher -> open(cipher, sealed));
        assertThat(isKeyIn(lent.get())).isFalse();
    }

    @Test
    void forgetTheKeyThatDidNotOpen() throws GeneralSecurityException {
        byte[] sealed = sealed();
        sealed[0] ^= 1;
        assertThatThrownBy(() -> ciphers.use(cipher -> open(cipher, sealed)))
                .isInstanceOf(AEADBadTagException.class);
        assertThat(isKeyIn(lent.get())).isFalse();
    }

    @Test
    void areLentAgain() throws GeneralSecurityException {
        byte[] _ = sealed();
        Cipher first = lent.get();
        key[0] ^= 1;
        byte[] _ = sealed();
        assertThat(lent.get()).isSameAs(first);
    }

    private byte[] sealed() throws GeneralSecurityException {
        return ciphers.use(cipher -> {
            lent.set(cipher);
            cipher.init(Cipher.ENCRYPT_MODE, new RawKey(key), AesGcm.parameters(nonce, 0));
            byte[] sealed = cipher.doFinal(new byte[100]);
            assertThat(isKeyIn(cipher)).as("found while it is there").isTrue();
            return sealed;
        });
    }

    private byte[] open(Cipher cipher, byte[] sealed) throws GeneralSecurityException {
        lent.set(cipher);
        cipher.init(Cipher.DECRYPT_MODE, new RawKey(key), AesGcm.parameters(nonce, 0));
        assertThat(isKeyIn(cipher)).as("found while it is there").isTrue();
        return cipher.doFinal(sealed);
    }

    private boolean isKeyIn(@Nullable Object object) {
        return isKeyIn(object, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean isKeyIn(@Nullable Object object, Set<Object> seen) {
        return switch (object) {
            case null -> false;
            case byte[] bytes -> holdsKey(bytes);
            case int[] words -> holdsKey(words);
            case Object[] several -> Arrays.stream(several).anyMatch(each -> isKeyIn(each, seen));
            case Object other when isOfCiphers(other.getClass()) && seen.add(other) ->
                    fields(other.getClass(), other).anyMatch(each -> isKeyIn(each, seen));
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
        return IntStream.rangeClosed(0, bytes.length - PART)
                .anyMatch(at -> Arrays.equals(bytes, at, at + PART, key, 0, PART));
    }
}
