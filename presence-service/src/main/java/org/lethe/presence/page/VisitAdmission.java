package org.lethe.presence.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.runtime.caller.Origins;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.gate.Newcomer;
import org.lethe.runtime.limit.Limit;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.limit.Subject;

/** Says which pages may open a visit. */
@ApplicationScoped
class VisitAdmission {

    private final AdmissionGate gate;
    private final Origins origins;
    private final Limits limits;

    VisitAdmission(AdmissionGate gate, Origins origins, Limits limits) {
        this.gate = gate;
        this.origins = origins;
        this.limits = limits;
    }

    /**
     * Refuses pages of other sites, everybody while the promise can't be kept, and whoever opens
     * too many: the store is shared by all accounts.
     */
    void check(AccountId account, @Nullable String origin, ClientAddress from) {
        origins.checkSite(origin, account);
        gate.check(Newcomer.VISIT);
        limits.require(Limit.VISITS_PER_ADDRESS, Subject.of(account, from));
        limits.require(Limit.VISITS_PER_ACCOUNT, Subject.of(account));
    }
}
