package org.lethe.gdpr.head;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.lethe.runtime.client.ClientAddresses;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;

/** Nobody has to sign in for heads and proofs, and a proof may have to be read from the topic. */
@ApplicationScoped
class ProofLimit {

    private final ClientAddresses addresses;
    private final Limits limits;

    ProofLimit(ClientAddresses addresses, Limits limits) {
        this.addresses = addresses;
        this.limits = limits;
    }

    void require(HttpServerRequest request) {
        Subject from = Subject.of(addresses.nearest(request));
        limits.requireInPassing(Limit.LEDGER_PROOFS_PER_ADDRESS, from);
    }
}
