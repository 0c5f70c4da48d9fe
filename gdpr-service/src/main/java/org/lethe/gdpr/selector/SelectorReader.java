package org.lethe.gdpr.selector;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.problem.Refusal;

/** Reads how subjects are named; what is not understood is neither left out nor guessed. */
@ApplicationScoped
public class SelectorReader {

    private final MarkedDetails marked;

    public SelectorReader(MarkedDetails marked) {
        this.marked = marked;
    }

    /** Throws {@link Refusal} with all that is wrong. */
    public Selectors read(AccountId account, NamedSubject named) {
        SelectorReading reading = reading(account);
        reading.add(named);
        Selectors selectors = reading.selectors();
        if (!reading.faults().isEmpty()) {
            throw NotUnderstood.refusal(reading.faults());
        }
        return selectors;
    }

    /** For who reads more than one naming of the same subject. */
    public SelectorReading reading(AccountId account) {
        return new SelectorReading(() -> marked.of(account));
    }

    /** For who may not know what an account has marked, nor whether there is one: nothing is. */
    public SelectorReading readingOfAnyAccount() {
        return new SelectorReading(Set::of);
    }
}
