package org.lethe.stack.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.redis.RedisAccess;

/**
 * What a service is told of its surroundings. Secrets are environment variables or files: the
 * arguments of a process can be read by all.
 *
 * @param gateway the public address, which is also the console's origin
 * @param issuer as the realm's tokens name it
 * @param realm as services reach it
 */
public record ServiceEnvironment(
        URI gateway,
        String redis,
        RedisAccess access,
        String kafka,
        URI realm,
        URI issuer,
        Path secrets,
        int smtpPort,
        Path smtpCertificate,
        Path files,
        Path geo,
        int nameServer) {

    /**
     * The C library overwrites what is freed. What it would keep for the thread's next use, it
     * would keep as it was.
     */
    public static final String SCRUBBING_ALLOCATOR =
            "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0";

    static final String PORT = "QUARKUS_HTTP_PORT";

    /** The variables of one service. */
    public Map<String, String> of(ServiceKind kind, int port) {
        var variables = new TreeMap<>(common());
        variables.put(PORT, Integer.toString(port));
        variables.putAll(own(kind));
        return variables;
    }

    private Map<String, String> common() {
        var common = new TreeMap<String, String>();
        common.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        common.put("QUARKUS_OIDC_AUTH_SERVER_URL", realm.toString());
        common.put("QUARKUS_OIDC_TOKEN_ISSUER", issuer.toString());
        common.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        common.put("LETHE_REDIS_URI", redis);
        common.put("LETHE_REDIS_USERNAME", RedisAccess.SERVICE);
        common.put("LETHE_REDIS_PASSWORD", access.servicePassword());
        common.put("LETHE_SECRETS_DIRECTORY", secrets.toString());
        common.put("LETHE_ORIGINS_CONSOLE", gateway.toString());
        // One arena for native memory instead of one for each thread.
        common.put("MALLOC_ARENA_MAX", "1");
        common.put("GLIBC_TUNABLES", SCRUBBING_ALLOCATOR);
        return common;
    }

    private Map<String, String> own(ServiceKind kind) {
        return switch (kind) {
            case CHAT -> Map.of("LETHE_CLIENTS_RESOLVER", "127.0.0.1:" + nameServer);
            case PRESENCE ->
                    Map.of(
                            "LETHE_PRESENCE_GEO_DIRECTORY",
                            geo.toString(),
                            "LETHE_CLIENTS_RESOLVER",
                            "127.0.0.1:" + nameServer);
            case MAIL -> mail();
            case FILE -> Map.of("LETHE_FILE_DIRECTORY", files.toString());
            // It reads the files for an archive of what is held.
            case GDPR ->
                    Map.of(
                            "LETHE_OPENDSR_PUBLIC_URL",
                            gateway.toString(),
                            "LETHE_SIGN_IN_CLIENTS",
                            "lethe-console,lethe-staff," + RealmTokens.PROGRAM,
                            "LETHE_FILE_DIRECTORY",
                            files.toString(),
                            // A controller on this machine may be called back.
                            "LETHE_OUTSIDE_ALLOW_LOOPBACK",
                            "true");
        };
    }

    private Map<String, String> mail() {
        return Map.of(
                "QUARKUS_MAILER_HOST", "localhost",
                "QUARKUS_MAILER_PORT", Integer.toString(smtpPort),
                "QUARKUS_MAILER_FROM", "Lethe <chat@lethe.example>",
                "QUARKUS_MAILER_TLS_CONFIGURATION_NAME", "inbox",
                "QUARKUS_TLS_INBOX_TRUST_STORE_PEM_CERTS", smtpCertificate.toString(),
                // A single Redis has no fail-over that a letter's sender could be cut off by.
                "LETHE_MAIL_HANDED_OVER_LEASE", "15s");
    }

    @Override
    public String toString() {
        return "ServiceEnvironment[" + gateway + "]";
    }
}
