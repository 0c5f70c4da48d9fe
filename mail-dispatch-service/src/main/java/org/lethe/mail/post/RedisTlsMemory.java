package org.lethe.mail.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;

/** A mark by the server's name and port, shared by all instances. */
@ApplicationScoped
class RedisTlsMemory implements TlsMemory {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final int SHARD = 0;

    private final RedisStore store;
    private final String server;
    private final Script offered = Script.load("tls-offered.lua");
    private final Script wasOffered = Script.load("tls-was-offered.lua");

    @Inject
    RedisTlsMemory(RedisStore store, MailServer server) {
        this(store, server.host() + ":" + server.port());
    }

    RedisTlsMemory(RedisStore store, String server) {
        this.store = store;
        this.server = server;
    }

    @Override
    public void noteOffer() {
        store.run(ScriptCall.of(offered, SHARD, server, LIFE.toMillis()));
    }

    @Override
    public boolean wasOffered() {
        return store.run(ScriptCall.of(wasOffered, SHARD, server)).number() == 1;
    }
}
