package org.lethe.gdpr.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.event.SubjectAction;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.runtime.account.AccountDirectory;

/**
 * Enters what officers and staff do for data subjects' rights: the role, the action, the request's
 * digest and the time.
 *
 * <p>What discloses something is entered before it does. What was done to a request is entered from
 * the request itself, so that whoever takes it up after a crash enters it, and once.
 */
@ApplicationScoped
public class Audit {

    private final Ledger ledger;
    private final AccountDirectory accounts;

    public Audit(Ledger ledger, AccountDirectory accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** Somebody is about to see what is held; they may not, if this refuses. */
    public void disclosing(
            AccountId account, Author by, SubjectAction action, @Nullable Digest request) {
        ledger.append(account, new ActionTaken(by.role(), action, request, by.at()));
    }

    /**
     * Enters what was done to a request so far, and is not entered yet. Staff may have named an
     * account that is none: it gets no ledger.
     */
    public void enter(SubjectRequest request) {
        if (request.petitioner().isPresent() && !accounts.exists(request.account())) {
            return;
        }
        for (ActionTaken action : actions(request)) {
            if (!ledger.isEntered(action)) {
                ledger.append(request.account(), action);
            }
        }
    }

    private static List<ActionTaken> actions(SubjectRequest request) {
        var actions = new ArrayList<ActionTaken>();
        if (request.author() != null) {
            actions.add(action(request, request.author(), asked(request.type())));
        }
        if (request.second() != null) {
            actions.add(action(request, request.second(), SubjectAction.CONFIRMED));
        }
        if (request.progress() instanceof Progress.Cancelled over && over.by() != null) {
            actions.add(action(request, over.by(), SubjectAction.WITHDRAWN));
        }
        return actions;
    }

    private static ActionTaken action(SubjectRequest request, Author by, SubjectAction action) {
        return new ActionTaken(by.role(), action, request.digest(), by.at());
    }

    private static SubjectAction asked(RequestType type) {
        return switch (type) {
            case ERASURE -> SubjectAction.ERASURE_ASKED;
            case ACCESS -> SubjectAction.ACCESS_ASKED;
            case PORTABILITY -> SubjectAction.PORTABILITY_ASKED;
        };
    }
}
