package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;

/** Shows what was found, where a vault would have been opened. */
public final class FakeSubjectAccess extends SubjectAccess {

    @SuppressWarnings("NullAway")
    public FakeSubjectAccess() {
        super(null, null, null);
    }

    @Override
    public ObjectNode held(AccountId account, Set<ScopeId> found) {
        ObjectNode held = WireFormat.mapper().createObjectNode();
        held.put("account", account.value());
        found.forEach(scope -> held.withArray("ids").add(scope.value()));
        return held;
    }
}
