package org.lethe.gdpr.subject;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;

/**
 * One selector, by what the index may know it as: an address is one identifier, a network all those
 * that it consists of. Any of them finds whom the selector names.
 */
public record AnyOf(Set<Identifier> identifiers) {

    public AnyOf {
        identifiers = Set.copyOf(identifiers);
    }

    public static AnyOf one(Identifier identifier) {
        return new AnyOf(Set.of(identifier));
    }

    /** What it is: of a network, whatever it consists of, that it is an address. */
    SelectorKind kind() {
        Identifier.Kind kind = identifiers.iterator().next().kind();
        return switch (kind) {
            case EMAIL -> SelectorKind.EMAIL;
            case ADDRESS, NETWORK -> SelectorKind.ADDRESS;
            case DETAIL -> SelectorKind.DETAIL;
            case REFERENCE -> SelectorKind.REFERENCE;
        };
    }

    /** Of what was found by identifiers, what this finds. */
    Set<ScopeId> in(Map<Identifier, Set<ScopeId>> found) {
        var all = new LinkedHashSet<ScopeId>();
        identifiers.forEach(each -> all.addAll(found.getOrDefault(each, Set.of())));
        return all;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
