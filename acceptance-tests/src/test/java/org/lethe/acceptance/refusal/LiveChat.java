package org.lethe.acceptance.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.suite.LetheStack;

/**
 * One of everything that an endpoint can name, in the account acme: a live chat with a file, and an
 * erasure with its receipt; with who has a right to it, and who has none.
 */
final class LiveChat implements AutoCloseable {
    private final People people;
    private final OperatorClient operator;
    private final Conversation chat;
    private final VisitorClient stranger;
    private final Map<String, String> known;
    private final Map<String, String> rightful;

    private LiveChat(LetheStack suite, People people, OperatorClient operator) {
        this.people = people;
        this.operator = operator;
        operator.openDesk();
        operator.watchVisitors();
        Map<String, String> erasure = erasure();
        this.chat = conversation();
        this.stranger = people.visitor(persona());
        stranger.openVisit();
        stranger.startChat();
        this.known = new HashMap<>(erasure);
        known.put("visit", chat.visitor().visit());
        known.put("chat", chat.chat());
        known.put("file", chat.exchangeFiles().getFirst());
        known.put("account", People.ACCOUNT);
        this.rightful =
                new TreeMap<>(
                        Map.of(
                                "visitor", chat.visitor().visitToken(),
                                "participant", chat.visitor().chatToken(),
                                "operator", people.token(People.OPERATOR),
                                "administrator", people.token(People.ADMINISTRATOR),
                                "privacy officer", people.token(People.PRIVACY_OFFICER),
                                "staff", staffToken(suite)));
    }

    static LiveChat open(LetheStack suite, People people) {
        OperatorClient operator = people.operator(People.OPERATOR);
        try {
            return new LiveChat(suite, people, operator);
        } catch (RuntimeException e) {
            // Else the desk would be online in the tests that follow.
            operator.close();
            throw e;
        }
    }

    private Conversation conversation() {
        Persona persona = persona();
        Conversation begun = new Conversation(persona, people.visitor(persona), operator);
        begun.visitor().openVisit();
        begun.begin();
        return begun;
    }

    /** The id of an erasure request that was completed, and its receipt's. */
    private Map<String, String> erasure() {
        Erasure erasure = new Erasure(people.gateway(), people.token(People.PRIVACY_OFFICER));
        try (Conversation erased = conversation()) {
            String request = erasure.request(erased.visitor().visit(), erased.chat());
            JsonNode receipt = erasure.verifiedReceipt(request);
            return Map.of("id", request, "receipt", receipt.path("jti").asText());
        }
    }

    private static String staffToken(LetheStack suite) {
        var keycloak = suite.state().keycloak();
        return new RealmTokens(keycloak.address(), keycloak.staffSecret()).ofStaff();
    }

    private static Persona persona() {
        return Persona.of("safe" + System.nanoTime(), "81.2.69.142");
    }

    People people() {
        return people;
    }

    OperatorClient operator() {
        return operator;
    }

    Conversation chat() {
        return chat;
    }

    VisitorClient stranger() {
        return stranger;
    }

    /** Ids of things that exist, by the names of path parameters. */
    Map<String, String> known() {
        return Map.copyOf(known);
    }

    /** Ids of the same form that nobody was given. */
    Map<String, String> unknown() {
        Map<String, String> unknown = new HashMap<>(known);
        List.of("visit", "chat", "file", "receipt")
                .forEach(name -> unknown.computeIfPresent(name, (key, id) -> unlike(id)));
        unknown.put("id", UUID.randomUUID().toString());
        unknown.put("account", "nosuch");
        return Map.copyOf(unknown);
    }

    /** As known, but for the account: whoever may close it would close it for all tests. */
    Map<String, String> harmless() {
        Map<String, String> harmless = new HashMap<>(known);
        harmless.put("account", "nosuch");
        return Map.copyOf(harmless);
    }

    /** Of the same form, shard and epoch. */
    private static String unlike(String id) {
        return id.substring(0, id.length() - 8) + "00000000";
    }

    /** Tokens of the account's own people. */
    Map<String, String> rightful() {
        return rightful;
    }

    /** Tokens that are valid, and are nobody's in this chat. */
    Map<String, String> strangers() {
        return new TreeMap<>(
                Map.of(
                        "another chat's participant", stranger.chatToken(),
                        "another visit's visitor", stranger.visitToken(),
                        "another account's operator", people.token(People.OTHER_OPERATOR),
                        "another account's administrator", people.token(People.OTHER_ADMINISTRATOR),
                        "another account's privacy officer",
                                people.token(People.OTHER_PRIVACY_OFFICER)));
    }

    @Override
    public void close() {
        chat.visitor().end();
        stranger.end();
        chat.close();
        stranger.close();
        operator.close();
    }
}
