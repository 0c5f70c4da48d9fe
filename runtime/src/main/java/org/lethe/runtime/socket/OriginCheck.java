package org.lethe.runtime.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.lethe.runtime.caller.Origins;

/** Refuses the upgrade to a page that no account and no console of ours is served from. */
@Singleton
@Priority(UpgradeOrder.ORIGIN)
public class OriginCheck implements HttpUpgradeCheck {

    private final Origins origins;

    @Inject
    OriginCheck(Origins origins) {
        this.origins = origins;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        String origin = context.httpRequest().getHeader("Origin");
        return Optional.ofNullable(origin)
                .flatMap(origins::refusalOf)
                .map(code -> CheckResult.rejectUpgrade(code.httpStatus()))
                .orElseGet(CheckResult::permitUpgrade);
    }
}
