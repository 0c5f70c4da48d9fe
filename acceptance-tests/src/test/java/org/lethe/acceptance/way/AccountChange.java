package org.lethe.acceptance.way;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.journey.People;

/** Other settings of the account acme, until closed. */
final class AccountChange implements AutoCloseable {
    private final People people;
    private final JsonNode before;

    private AccountChange(People people, JsonNode before) {
        this.people = people;
        this.before = before;
    }

    static AccountChange of(People people, Consumer<ObjectNode> change) {
        Answer before = get(people);
        ObjectNode account = before.json().deepCopy();
        change.accept(account);
        put(people, before, account);
        return new AccountChange(people, before.json());
    }

    @Override
    public void close() {
        put(people, get(people), before);
    }

    private static Answer get(People people) {
        return people.gateway().get("/v1/account", people.token(People.ADMINISTRATOR)).expect(200);
    }

    private static void put(People people, Answer current, JsonNode account) {
        String tag = current.headers().firstValue("ETag").orElseThrow();
        people.gateway()
                .with("If-Match", tag)
                .put("/v1/account", people.token(People.ADMINISTRATOR), account)
                .expect(200);
    }
}
