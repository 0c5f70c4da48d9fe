package org.lethe.stack.redis;

import java.math.BigInteger;
import java.security.SecureRandom;

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
        return new BigInteger(192, random).toString(16);
    }
}
