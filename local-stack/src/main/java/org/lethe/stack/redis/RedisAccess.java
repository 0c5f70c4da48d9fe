package org.lethe.stack.redis;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Who may do what at one run's Redis. The passwords are made for the run and gone with it.
 *
 * @param servicePassword of the user {@value #SERVICE}: everything but dangerous and administrative
 *     commands
 * @param adminPassword of the user {@value #ADMIN}: everything; for the launcher and forensics
 */
public record RedisAccess(String servicePassword, String adminPassword) {

    public static final String SERVICE = "lethe";
    public static final String ADMIN = "admin";

    static RedisAccess random() {
        var random = new SecureRandom();
        return new RedisAccess(password(random), password(random));
    }

    @Override
    public String toString() {
        return "RedisAccess[redacted]";
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
