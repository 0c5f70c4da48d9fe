package org.lethe.presence.page;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets go of what a handshake tells of its sender.
 *
 * <p>A socket keeps the headers of its handshake for as long as it is open. The address that a
 * proxy put there would be in memory for hours, even where an account has addresses removed.
 */
@Singleton
class ForgetfulUpgrade implements HttpUpgradeCheck {

    private static final List<String> PERSONAL =
            List.of(
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Real-IP",
                    "User-Agent",
                    "Referer",
                    "Accept-Language",
                    "Cookie");

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        MultiMap headers = context.httpRequest().headers();
        PERSONAL.forEach(headers::remove);
        return CheckResult.permitUpgrade();
    }
}
