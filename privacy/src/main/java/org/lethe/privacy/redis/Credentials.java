package org.lethe.privacy.redis;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;

/** Puts the suite's user into an address. */
final class Credentials {

    private Credentials() {}

    static void apply(RedisURI uri, RedisSettings settings) {
        uri.setTimeout(settings.timeout());
        settings.password()
                .map(password -> RedisCredentials.just(settings.username().orElse(null), password))
                .ifPresent(
                        it -> uri.setCredentialsProvider(RedisCredentialsProvider.from(() -> it)));
    }
}
