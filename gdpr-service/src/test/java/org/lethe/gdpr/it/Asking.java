package org.lethe.gdpr.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact.ActionTaken;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.it.Subjects.Subject;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.runtime.caller.NamedAccount;
import org.lethe.stack.fixture.TestTokens;

/** What those who ask have in common. */
final class Asking {

    static final String OLGA = "olga@privacy.example";

    private Asking() {}

    static List<ActionTaken> actions(Ledger ledger, AccountId of) {
        return ledger.actions(of, 0, 1_000).stream()
                .map(LedgerEntry::fact)
                .map(ActionTaken.class::cast)
                .toList();
    }

    static RequestSpecification olga(AccountId named) {
        return naming(named.value(), TestTokens.ofAllAccounts(OLGA));
    }

    static RequestSpecification naming(String named, String token) {
        return given().auth()
                .oauth2(token)
                .header(NamedAccount.HEADER, named)
                .contentType(ContentType.JSON);
    }

    static String question(Subject subject) {
        return "{\"visits\":[\"" + subject.visit().value() + "\"]}";
    }
}
