package org.lethe.gdpr.notice;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.runtime.outside.OutsideUrls;

/** Where each account may be called back; compared exactly, as origins are, and read at start. */
@ApplicationScoped
@Startup
public class CallbackOrigins {

    private final OutsideUrls urls;
    private final Map<AccountId, Set<String>> registered = new HashMap<>();

    CallbackOrigins(OpenDsrSettings settings, OutsideUrls urls) {
        this.urls = urls;
        settings.callbackOrigins().orElse(List.of()).forEach(this::register);
    }

    /** Whether the account may be called back there; the URL may have a path and a query. */
    public boolean allow(AccountId account, URI callback) {
        return urls.origin(callback)
                .filter(registered.getOrDefault(account, Set.of())::contains)
                .isPresent();
    }

    private void register(String entry) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
            throw unreadable();
        }
        URI url = URI.create(entry.substring(equals + 1));
        boolean bare = url.getRawPath().isEmpty() && url.getRawQuery() == null;
        String origin = urls.origin(url).filter(_ -> bare).orElseThrow(CallbackOrigins::unreadable);
        registered
                .computeIfAbsent(new AccountId(entry.substring(0, equals)), _ -> new HashSet<>())
                .add(origin);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "lethe.opendsr.callback-origins wants account=https://host[:port], with a port of"
                        + " lethe.outside.ports");
    }
}
