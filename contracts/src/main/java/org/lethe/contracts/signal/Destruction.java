package org.lethe.contracts.signal;

import org.lethe.contracts.Coded;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ScopeId;

/** What was destroyed of a scope; every process hears it, and forgets what it holds. */
public sealed interface Destruction extends Signal {

    ScopeId scope();

    record Whole(ScopeId scope, DestroyReason reason) implements Destruction {

        @Override
        public byte[] bytes() {
            return Words.write(scope, reason.code());
        }
    }

    record AddressAlone(ScopeId scope) implements Destruction {

        private static final String WORD = "address";

        @Override
        public byte[] bytes() {
            return Words.write(scope, WORD);
        }
    }

    /**
     * A version after this one may know more reasons; what it destroyed is forgotten all the same.
     */
    static Destruction parse(byte[] bytes) {
        String[] words = Words.read(bytes, 2);
        ScopeId scope = ScopeId.parse(words[0]);
        return words[1].equals(AddressAlone.WORD)
                ? new AddressAlone(scope)
                : new Whole(
                        scope,
                        Coded.find(DestroyReason.class, words[1]).orElse(DestroyReason.REVOKED));
    }
}
