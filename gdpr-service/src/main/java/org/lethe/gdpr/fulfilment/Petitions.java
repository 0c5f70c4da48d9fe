package org.lethe.gdpr.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.OperatorId;
import org.lethe.gdpr.audit.Audit;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.problem.Refusal;

/**
 * Requests of staff that may not act alone. Each lies sealed and untouched until a second person
 * confirms it, or it runs out.
 */
@ApplicationScoped
class Petitions {

    private final RequestStore requests;
    private final Withdrawal withdrawal;
    private final Audit audit;
    private final AccountDirectory accounts;
    private final Patience patience;

    Petitions(
            RequestStore requests,
            Withdrawal withdrawal,
            Audit audit,
            AccountDirectory accounts,
            Patience patience) {
        this.requests = requests;
        this.withdrawal = withdrawal;
        this.audit = audit;
        this.accounts = accounts;
        this.patience = patience;
    }

    /** Goes on waiting, or ends what nobody confirmed in time. */
    Optional<RequestState> await(SubjectRequest request) {
        if (patience.isOverdue(request)) {
            return withdrawal.withdraw(request, null);
        }
        audit.enter(request);
        return Optional.of(RequestState.of(request));
    }

    /**
     * Lets a request go on. Refuses the one who asked, whatever the account is; and staff, where it
     * is none.
     *
     * @return empty if another was faster
     */
    Optional<SubjectRequest> confirm(SubjectRequest request, Author by) {
        requireSecond(request, by);
        return request.progress() instanceof Progress.Unconfirmed waiting
                        && !patience.isOverdue(request)
                ? requests.advance(request.confirmedBy(by), waiting.confirmed(), List.of())
                : Optional.empty();
    }

    /** Refuses whoever may not confirm it. */
    void requireSecond(SubjectRequest request, Author by) {
        OperatorId asked = request.petitioner().orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        if (asked.equals(by.petitioner())) {
            throw new Refusal(ErrorCode.SECOND_PERSON_REQUIRED);
        }
        if (by.petitioner() != null && !accounts.exists(request.account())) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
    }
}
