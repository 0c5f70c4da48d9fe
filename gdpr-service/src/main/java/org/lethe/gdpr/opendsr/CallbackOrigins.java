package org.lethe.gdpr.opendsr;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;

/** Where each account may be called back; compared exactly, as origins are. */
@ApplicationScoped
public class CallbackOrigins {

    private final Map<AccountId, Set<String>> registered = new HashMap<>();

    CallbackOrigins(OpenDsrSettings config) {
        for (String entry : config.callbackOrigins().orElse(List.of())) {
            int equals = entry.indexOf('=');
            String origin = equals < 0 ? null : origin(URI.create(entry.substring(equals + 1)));
            if (origin == null) {
                throw new IllegalArgumentException(
                        "lethe.opendsr.callback-origins wants account=https://host[:port]");
            }
            registered
                    .computeIfAbsent(
                            new AccountId(entry.substring(0, equals)), _ -> new HashSet<>())
                    .add(origin);
        }
    }

    boolean allow(AccountId account, URI callback) {
        String origin = origin(callback);
        return origin != null
                && callback.getUserInfo() == null
                && callback.getFragment() == null
                && registered.getOrDefault(account, Set.of()).contains(origin);
    }

    private static @Nullable String origin(URI uri) {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            return null;
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}
