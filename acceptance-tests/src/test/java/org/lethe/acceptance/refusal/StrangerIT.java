package org.lethe.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.suite.LetheStack;

/** To everybody who has no right to a thing, it looks as if it did not exist. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class StrangerIT {
    private final LiveChat chat;
    private final List<Endpoint> endpoints;

    StrangerIT(LetheStack suite, People people) {
        chat = LiveChat.open(suite, people);
        endpoints = Endpoint.all(suite.state());
    }

    @AfterAll
    void theChatEnds() {
        chat.close();
    }

    /** Else a stranger's not finding them would say nothing. */
    @Test
    void thereIsSomethingToFind() {
        var gateway = chat.people().gateway();
        Map<String, String> known = chat.known();
        String officer = chat.people().token(People.PRIVACY_OFFICER);
        assertThat(gateway.get("/requests/" + known.get("id"), officer).status()).isEqualTo(200);
        assertThat(gateway.get("/v1/receipts/" + known.get("receipt"), officer).status())
                .isEqualTo(200);
        String file = known.getOrDefault("file", "");
        assertThat(chat.chat().visitor().download(file).status()).isEqualTo(200);
    }

    @Test
    void doesNotTellWhetherAThingExists() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.secured() && endpoint.namesAThing()) {
                chat.strangers().forEach((who, token) -> compare(softly, endpoint, who, token));
            }
        }
        softly.assertAll();
    }

    private void compare(SoftAssertions softly, Endpoint endpoint, String who, String token) {
        var gateway = chat.people().gateway();
        Answer existing = endpoint.call(gateway, chat.known(), token, "{}");
        Answer missing = endpoint.call(gateway, chat.unknown(), token, "{}");
        softly.assertThat(existing.status())
                .as(endpoint + " for " + who)
                .isBetween(400, 499)
                .isEqualTo(missing.status());
        softly.assertThat(existing.text()).as(endpoint + " for " + who).isEqualTo(missing.text());
    }

    @Test
    void doesNotTellAtASocketWhetherAThingExists() {
        Sockets sockets = new Sockets(chat);
        List<String> existing = Sockets.paths(chat.known());
        List<String> missing = Sockets.paths(chat.unknown());
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < existing.size(); i++) {
            String path = existing.get(i);
            if (path.equals(missing.get(i))) {
                continue;
            }
            String other = missing.get(i);
            chat.strangers()
                    .forEach((who, token) -> {
                        String hello = Sockets.hello(token);
                        softly.assertThat(sockets.closeCode(path, sockets.origin(path), hello))
                                .as(path + " for " + who)
                                .isBetween(4400, 4499)
                                .isEqualTo(sockets.closeCode(other, sockets.origin(other), hello));
                    });
        }
        softly.assertAll();
    }

    @Test
    void showsAnotherAccountsPrivacyOfficerNothing() {
        String officer = chat.people().token(People.OTHER_PRIVACY_OFFICER);
        Answer existing = access(officer, chat.known());
        Answer missing = access(officer, chat.unknown());

        assertThat(existing.status()).isEqualTo(missing.status());
        assertThat(withoutTime(existing)).isEqualTo(withoutTime(missing));
        assertThat(existing.text())
                .doesNotContain(chat.chat().chat(), chat.chat().visitor().visit());
        String own = chat.people().token(People.PRIVACY_OFFICER);
        assertThat(access(own, chat.known()).text()).contains(chat.chat().chat());
    }

    private static JsonNode withoutTime(Answer answer) {
        ObjectNode held = answer.json().deepCopy();
        held.remove("at");
        return held;
    }

    private Answer access(String token, Map<String, String> ids) {
        ObjectNode question = Json.object();
        question.putArray("visits").add(ids.get("visit"));
        question.putArray("chats").add(ids.get("chat"));
        return chat.people().gateway().post("/v1/subjects/access", token, question);
    }

    @Test
    void erasesNothingForAnotherAccountsPrivacyOfficer() {
        JsonNode existing = erased(chat.known());
        JsonNode missing = erased(chat.unknown());

        assertThat(existing).isEqualTo(missing);
        assertThat(existing.findValue("receipt")).as("a receipt for nothing").isNull();
        assertThat(chat.chat().visitor().send("still here")).isPositive();
        String file = chat.known().getOrDefault("file", "");
        assertThat(chat.chat().visitor().download(file).status()).isEqualTo(200);
        assertThat(chat.chat().visitor().visitSocket().unread())
                .noneMatch(frame -> frame.path("type").asText().equals("erased"));
        assertThat(access(chat.people().token(People.PRIVACY_OFFICER), chat.known()).text())
                .contains(chat.chat().visitor().visit());
    }

    /** What a completed request says, but for ids and times of the request itself. */
    private JsonNode erased(Map<String, String> ids) {
        Erasure erasure =
                new Erasure(
                        chat.people().gateway(), chat.people().token(People.OTHER_PRIVACY_OFFICER));
        String request =
                erasure.request(ids.getOrDefault("visit", ""), ids.getOrDefault("chat", ""));
        ObjectNode status = erasure.completed(request).deepCopy();
        return status.remove(List.of("subject_request_id", "expected_completion_time"));
    }
}
