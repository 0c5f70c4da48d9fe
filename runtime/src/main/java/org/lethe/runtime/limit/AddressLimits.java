package org.lethe.runtime.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.problem.Refusal;

/** Counts in this process what one address asks for: of who need not sign in, or has not yet. */
@ApplicationScoped
public class AddressLimits {

    private final ClientAddresses addresses;
    private final Limits limits;

    @Inject
    AddressLimits(ClientAddresses addresses, Limits limits) {
        this.addresses = addresses;
        this.limits = limits;
    }

    /**
     * Takes one of what the request's address has.
     *
     * @param limit one that each process counts for itself
     * @return false if nothing was left
     */
    public boolean take(Limit limit, HttpServerRequest request) {
        return take(limit, addresses.nearest(request));
    }

    /** As {@link #take}, or refuses with too many requests. */
    public void require(Limit limit, HttpServerRequest request) {
        require(limit, addresses.nearest(request));
    }

    void require(Limit limit, ClientAddress from) {
        if (!take(limit, from)) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    private boolean take(Limit limit, ClientAddress from) {
        return limits.takeInPassing(limit, Subject.of(from));
    }
}
