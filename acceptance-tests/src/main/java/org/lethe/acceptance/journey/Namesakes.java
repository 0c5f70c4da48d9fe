package org.lethe.acceptance.journey;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;

/**
 * People of whom another account has the same as the one: e-mail address, IP address, customer's
 * number. Each is on the account's site, and an offline message of theirs waits for the mail
 * server.
 */
public final class Namesakes {
    private final People people;
    private final List<Persona> personas = new ArrayList<>();
    private final List<VisitorClient> pages = new ArrayList<>();

    public Namesakes(People people) {
        this.people = people;
    }

    /** One more. The mail server must not listen. */
    public void add(Persona persona) {
        VisitorClient page = people.visitor(People.OTHER_ACCOUNT, persona);
        pages.add(page);
        page.openVisit();
        page.leaveOfflineMessage(persona.offlineMessage()).expect(202);
        personas.add(persona);
    }

    /** Visits and letters are found by all that the other account's officer may know. */
    public void requireUntouched() {
        JsonNode held =
                people.gateway()
                        .post(
                                "/v1/subjects/find",
                                people.token(People.OTHER_PRIVACY_OFFICER),
                                naming().members())
                        .expect(200)
                        .json();
        require(
                held.path("visits").asInt() == personas.size()
                        && held.path("letters").asInt() == personas.size(),
                "who is of another account stays");
    }

    /** All at once, by the other account's officer. */
    public void erase() {
        String officer = people.token(People.OTHER_PRIVACY_OFFICER);
        Erasure erasure = new Erasure(people.gateway(), officer);
        // Nothing links a message to the visit.
        String request = erasure.request(naming(), 2 * personas.size());
        JsonNode destroyed = erasure.verifiedReceipt(request).path("destroyed");
        require(
                destroyed.path("visit").asInt() == personas.size()
                        && destroyed.path("letter").asInt() == personas.size(),
                "those of another account are erased by its own officer");
    }

    private Naming naming() {
        Naming naming =
                new Naming()
                        .member("emails", all(Persona::email))
                        .member("addresses", all(Persona::address));
        personas.forEach(each -> naming.detail(each.detailKey(), each.detailValue()));
        return naming;
    }

    private List<String> all(Function<Persona, String> field) {
        return personas.stream().map(field).toList();
    }

    public List<VisitorClient> pages() {
        return List.copyOf(pages);
    }
}
