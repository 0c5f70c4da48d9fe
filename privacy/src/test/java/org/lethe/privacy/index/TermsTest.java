package org.lethe.privacy.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.test.TestSecrets;

class TermsTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final Identifier ADA = new Identifier.Email(EmailAddress.of("ada@example.org"));
    private static final ClientAddress FIRST = ClientAddress.of("192.0.2.0");

    private final Terms terms = new Terms(TestSecrets.index());

    @Test
    void areTheSameForTheSameAndWantedAsTheyAreWritten() {
        Identifier again = new Identifier.Email(EmailAddress.of("ADA@example.org"));

        assertThat(terms.written(ACME, Set.of(ADA))).hasSize(1);
        assertThat(terms.written(ACME, List.of(ADA, again))).hasSize(1);
        assertThat(terms.wanted(ACME, again)).isEqualTo(terms.written(ACME, Set.of(ADA)));
    }

    @Test
    void differByAccountKindAndKey() {
        var all = new ArrayList<String>();
        all.addAll(terms.written(ACME, Set.of(ADA)));
        all.addAll(terms.written(new AccountId("globex"), Set.of(ADA)));
        all.addAll(terms.written(ACME, Set.of(new Identifier.Address(FIRST))));
        all.addAll(terms.written(ACME, Set.of(new Identifier.Network(FIRST))));
        all.addAll(
                terms.written(
                        ACME,
                        Set.of(
                                new Identifier.Detail(
                                        DetailName.of("mail"), DetailText.of("ada@example.org")))));
        all.addAll(new Terms(TestSecrets.freshIndex()).written(ACME, Set.of(ADA)));

        assertThat(all).hasSize(6).doesNotHaveDuplicates();
        assertThat(all.stream().map(term -> term.substring(1))).doesNotHaveDuplicates();
    }

    @Test
    void areEquallyLongAndTellOnlyWhatGoesWithTheAddress() {
        assertThat(terms.written(ACME, Set.of(ADA))).allMatch(it -> it.matches("c[\\w-]{22}"));
        assertThat(terms.written(ACME, Identifier.ofAddress(FIRST)))
                .hasSize(2)
                .allMatch(it -> it.matches("a[\\w-]{22}"));
    }
}
