package org.lethe.runtime.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.limit.AddressLimits;
import org.lethe.runtime.limit.Limit;

/** Refuses the upgrade to an address that opens too many; before the address is forgotten. */
@Singleton
@Priority(UpgradeOrder.COUNT)
class SocketsPerAddress implements HttpUpgradeCheck {

    private final AddressLimits limits;

    @Inject
    SocketsPerAddress(AddressLimits limits) {
        this.limits = limits;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return limits.take(Limit.SOCKETS_PER_ADDRESS, context.httpRequest())
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(ErrorCode.TOO_MANY_REQUESTS.httpStatus());
    }
}
