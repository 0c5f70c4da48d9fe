package org.lethe.runtime.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.http.Origins;

/** Refuses the upgrade to a page that no account and no console of ours is served from. */
@Singleton
public class OriginCheck implements HttpUpgradeCheck {

    private final Origins origins;

    @Inject
    OriginCheck(Origins origins) {
        this.origins = origins;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        String origin = context.httpRequest().getHeader("Origin");
        return origin == null || origins.isKnown(origin)
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(ErrorCode.ORIGIN_REFUSED.httpStatus());
    }
}
