package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.Covered;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.checkpoint.Checkpoint;
import org.lethe.gdpr.checkpoint.PageRef;

/** Pages are kept for good, and an event's test of fields can't look into them. */
class LedgerSnapshotTest {

    private static final Set<Class<?>> ALLOWED =
            Set.of(long.class, Long.class, Digest.class, AccountId.class, Covered.class);

    private static final Set<Class<?>> LOOKED_INTO =
            Set.of(PageRef.class, PlaceList.State.class, LedgerSnapshot.Account.class);

    @Test
    void holdsIdsOfAccountsNumbersAndDigestsOnly() {
        assertThat(LedgerSnapshot.class.getRecordComponents())
                .allSatisfy(LedgerSnapshotTest::isAllowed);
    }

    /** Who did not know a fact has taken its records for none, and all that followed on them. */
    @Test
    void isOfAFormThatKnowsTheseFacts() {
        assertThat(LedgerFact.class.getPermittedSubclasses())
                .as("another fact needs another form of checkpoints")
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "SubjectErased",
                        "NothingErased",
                        "SubjectInformed",
                        "ScopesDestroyed",
                        "ActionTaken");
        assertThat(Checkpoint.FORM).isEqualTo(1);
    }

    private static void isAllowed(RecordComponent field) {
        isAllowed(field.getGenericType());
    }

    private static void isAllowed(Type type) {
        if (type instanceof ParameterizedType list) {
            assertThat(list.getRawType()).isEqualTo(List.class);
            isAllowed(list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> plain && LOOKED_INTO.contains(plain)) {
            Arrays.stream(plain.getRecordComponents()).forEach(LedgerSnapshotTest::isAllowed);
        } else {
            assertThat(ALLOWED).contains((Class<?>) type);
        }
    }
}
