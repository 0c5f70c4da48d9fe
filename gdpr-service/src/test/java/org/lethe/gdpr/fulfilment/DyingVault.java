package org.lethe.gdpr.fulfilment;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.subject.SubjectVault;

/** Does what it is asked a number of times; the last call is done, but its caller never learns. */
final class DyingVault implements SubjectVault {

    private final SubjectVault vault;
    private int left;

    private DyingVault(int left, SubjectVault vault) {
        this.left = left;
        this.vault = vault;
    }

    static SubjectVault after(int calls, SubjectVault vault) {
        return new DyingVault(calls, vault);
    }

    @Override
    public Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers) {
        Map<Identifier, Set<ScopeId>> found = vault.find(account, identifiers);
        live();
        return found;
    }

    @Override
    public Map<Identifier, Set<ScopeId>> find(
            AccountId account, Collection<Identifier> identifiers, Duration age) {
        Map<Identifier, Set<ScopeId>> found = vault.find(account, identifiers, age);
        live();
        return found;
    }

    @Override
    public Map<ScopeId, Live> look(Collection<? extends ScopeId> scopes) {
        Map<ScopeId, Live> live = vault.look(scopes);
        live();
        return live;
    }

    @Override
    public void mark(Collection<? extends ScopeId> scopes, ErasureId erasure) {
        vault.mark(scopes, erasure);
        live();
    }

    @Override
    public void unmark(AccountId account, ErasureId erasure) {
        vault.unmark(account, erasure);
        live();
    }

    @Override
    public void destroy(Collection<? extends ScopeId> scopes) {
        vault.destroy(scopes);
        live();
    }

    @Override
    public int remains(Collection<? extends ScopeId> scopes) {
        int remains = vault.remains(scopes);
        live();
        return remains;
    }

    private void live() {
        if (--left == 0) {
            throw new Died();
        }
    }

    static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
