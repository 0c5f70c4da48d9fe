package org.lethe.chat.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.address.AddressHolder;

/** The addresses in open chats and waiting letters, for the switch that removes them. */
@ApplicationScoped
class ChatAddresses implements AddressHolder {

    private final Vault vault;

    @Inject
    ChatAddresses(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Set<ScopeKind> kinds() {
        return Set.of(ScopeKind.CHAT, ScopeKind.LETTER);
    }

    @Override
    public void destroyAddresses(Collection<? extends ScopeId> scopes) {
        vault.destroyAddresses(scopes);
    }
}
