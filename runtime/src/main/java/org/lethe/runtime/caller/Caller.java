package org.lethe.runtime.caller;

import java.util.EnumSet;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.PersonName;

/** Who a token proves the caller to be. */
public sealed interface Caller {

    /** As what a resource can admit the caller. */
    Set<CallerKind> kinds();

    /** Tells callers apart; of ids alone, not personal. */
    String id();

    /** A caller whose every query is bound to one account. */
    sealed interface OfAccount extends Caller {
        AccountId account();
    }

    /** A visitor of a customer's website. */
    record Visitor(AccountId account, VisitId visit) implements OfAccount {
        @Override
        public Set<CallerKind> kinds() {
            return Set.of(CallerKind.VISITOR);
        }

        @Override
        public String id() {
            return visit.value();
        }
    }

    /** A visitor in a chat. */
    record Participant(AccountId account, ChatId chat, VisitId visit) implements OfAccount {
        @Override
        public Set<CallerKind> kinds() {
            return Set.of(CallerKind.PARTICIPANT);
        }

        @Override
        public String id() {
            return chat.value();
        }
    }

    /** Somebody of an account who is signed in and acts for it; the roles say what they may do. */
    record Operator(AccountId account, OperatorId operator, PersonName name, Set<Role> roles)
            implements OfAccount {

        public Operator {
            roles = Set.copyOf(roles);
        }

        @Override
        public Set<CallerKind> kinds() {
            var kinds = EnumSet.noneOf(CallerKind.class);
            for (Role role : roles) {
                switch (role) {
                    case OPERATOR -> kinds.add(CallerKind.OPERATOR);
                    case ADMINISTRATOR -> kinds.add(CallerKind.ADMINISTRATOR);
                    case PRIVACY_OFFICER -> kinds.add(CallerKind.PRIVACY_OFFICER);
                    case STAFF -> {
                        // Staff belongs to no account; inside one the role gives nothing.
                    }
                }
            }
            return kinds;
        }

        @Override
        public String id() {
            return account.value() + "/" + operator.value();
        }
    }

    /**
     * The processor's own staff, for the one account that they named.
     *
     * @param alone whether the account lets them act; if not, it may be none at all
     */
    record Delegate(AccountId account, OperatorId operator, boolean alone) implements OfAccount {
        @Override
        public Set<CallerKind> kinds() {
            return Set.of(alone ? CallerKind.DELEGATE : CallerKind.PETITIONER);
        }

        @Override
        public String id() {
            return account.value() + "/" + operator.value();
        }
    }

    /** The processor's own staff, or a program of theirs. */
    record Staff(OperatorId operator) implements Caller {
        @Override
        public Set<CallerKind> kinds() {
            return Set.of(CallerKind.STAFF);
        }

        @Override
        public String id() {
            return operator.value();
        }
    }
}
