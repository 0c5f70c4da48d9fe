package org.lethe.runtime.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;

/** Refuses the upgrade to an address that opens too many; before the address is forgotten. */
@Singleton
@Priority(UpgradeOrder.COUNT)
class SocketsPerAddress implements HttpUpgradeCheck {

    private final ClientAddresses addresses;
    private final Limits limits;

    @Inject
    SocketsPerAddress(ClientAddresses addresses, Limits limits) {
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        Subject from = Subject.of(addresses.nearest(context.httpRequest()));
        return limits.takeInPassing(Limit.SOCKETS_PER_ADDRESS, from)
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(ErrorCode.TOO_MANY_REQUESTS.httpStatus());
    }
}
