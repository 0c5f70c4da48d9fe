package org.lethe.runtime.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets go of what a handshake tells of its sender.
 *
 * <p>A socket keeps the headers of its handshake for as long as it is open. The address that a
 * proxy put there, the browser and the cookies would be in memory for hours, even where an account
 * has addresses removed. So only those stay that the upgrade itself, or the hello, is decided by.
 */
@Singleton
@Priority(UpgradeOrder.FORGET)
class ForgetfulUpgrade implements HttpUpgradeCheck {

    private static final Set<String> NEEDED = Set.of("host", "origin", "connection", "upgrade");
    private static final String OF_THE_PROTOCOL = "sec-websocket-";

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        MultiMap headers = context.httpRequest().headers();
        List.copyOf(headers.names()).stream()
                .filter(name -> !isNeeded(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
        return CheckResult.permitUpgrade();
    }

    private static boolean isNeeded(String name) {
        return NEEDED.contains(name) || name.startsWith(OF_THE_PROTOCOL);
    }
}
