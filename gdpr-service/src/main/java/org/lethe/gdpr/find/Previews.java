package org.lethe.gdpr.find;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.subject.FoundSubject;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;

/** Counts what is held, after the account's audit has that somebody asked. */
@ApplicationScoped
class Previews {

    private final SubjectScopes scopes;
    private final Confirmations confirmations;
    private final Audit audit;

    Previews(SubjectScopes scopes, Confirmations confirmations, Audit audit) {
        this.scopes = scopes;
        this.confirmations = confirmations;
        this.audit = audit;
    }

    /** Entered before it is looked up, so that too many to be told are entered, too. */
    Preview of(AccountId account, Author by, Selectors selectors) {
        audit.disclosing(account, by, SubjectAction.SUBJECT_LOOKED_FOR, null);
        List<FoundSubject> found = scopes.subjects(account, selectors);
        return Preview.of(
                found, confirmations.token(account, selectors, found.size(), Purpose.COUNT));
    }
}
