package org.lethe.stack.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.lethe.stack.StackState;
import org.lethe.stack.inbox.InboxClient;

/**
 * Gives a service under test the real Redis, Kafka, Keycloak, mail server and name server.
 *
 * <p>Use it with {@code @WithTestResource(LetheInfrastructure.class)} or
 * {@code @QuarkusTestResource(LetheInfrastructure.class)}. Redis is emptied when the test's
 * application starts; topics keep what earlier tests have written, so tests use ids of their own.
 */
public final class LetheInfrastructure implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        StackState state = state();
        RedisReset.run(state.redis());
        return settings();
    }

    @Override
    public void stop() {
        // It is shared, and ends with the process that started it.
    }

    /** What runs, for tests that look into it. */
    public static StackState state() {
        return SharedInfrastructure.state();
    }

    /** The mails that have arrived, and the switch that takes the mail server away. */
    public static InboxClient inbox() {
        return new InboxClient(state().inbox());
    }

    /** What a service is told of the parts. */
    public static Map<String, String> settings() {
        StackState state = state();
        var settings = new HashMap<String, String>();
        settings.put("lethe.redis.uri", state.redis().uri());
        settings.put("lethe.redis.username", state.redis().user().name());
        settings.put("lethe.redis.password", state.redis().user().password());
        settings.put("kafka.bootstrap.servers", state.kafka().bootstrap());
        settings.put("lethe.secrets.directory", state.secrets().toString());
        settings.put("lethe.file.directory", state.files().toString());
        settings.put("lethe.presence.geo-directory", state.geo().toString());
        settings.put("lethe.clients.resolver", "127.0.0.1:" + state.nameServer());
        URI realm = state.keycloak().address();
        settings.put("quarkus.oidc.auth-server-url", realm.toString());
        settings.put("quarkus.oidc.token.issuer", state.keycloak().issuer().toString());
        settings.putAll(mailer(state));
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    private static Map<String, String> mailer(StackState state) {
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", Integer.toString(state.mail().port()),
                "quarkus.mailer.tls-configuration-name", "inbox",
                "quarkus.tls.inbox.trust-store.pem.certs", state.mail().certificate().toString());
    }
}
