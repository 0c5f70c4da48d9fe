package org.lethe.acceptance.forensics;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.LiveSubject;
import org.lethe.acceptance.journey.Namesakes;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.journey.Selector;

/**
 * Data subjects in the middle of everything, each of whom is erased by another selector: exactly
 * what it leads to, with a receipt. For each there is a namesake of another account, and there is a
 * neighbour of the same account; they stay until all is over.
 */
final class SelectedErasures {
    private final People people;
    private final Erasure erasure;
    private final Places places;
    private final Consumer<String> failed;
    private final Map<Selector, LiveSubject> subjects = new EnumMap<>(Selector.class);
    private final Namesakes namesakes;
    private final List<LiveSubject> neighbours = new ArrayList<>();
    private final Set<String> erased = new HashSet<>();
    private boolean isSound = true;

    /**
     * @param failed is told what did not go as it must; what it left is looked for all the same
     */
    SelectedErasures(People people, Places places, Consumer<String> failed) {
        this.people = people;
        this.erasure = new Erasure(people.gateway(), people.token(People.PRIVACY_OFFICER));
        this.places = places;
        this.failed = failed;
        this.namesakes = new Namesakes(people);
    }

    /** Somebody to be erased, and the namesake. The mail server must not listen. */
    void add(Selector selector, OperatorClient operator, Persona persona) {
        subjects.put(
                selector, LiveSubject.begin(people, operator, persona, places.redis()::scopes));
        namesakes.add(persona);
    }

    void addNeighbour(OperatorClient operator, Persona persona) {
        neighbours.add(LiveSubject.begin(people, operator, persona, places.redis()::scopes));
    }

    /** Each by their selector, then what that did not lead to, and in the end all others. */
    void erase() {
        List<Filed> filed = new ArrayList<>();
        subjects.forEach((selector, subject) ->
                file(selector, subject, selector.scopes(subject)).ifPresent(filed::add));
        Map<LiveSubject, Set<String>> rest = new LinkedHashMap<>();
        filed.stream()
                .filter(this::isErased)
                .forEach(each -> rest.put(each.subject(), each.subject().without(each.scopes())));
        see("erasures", () -> requireHeld(rest.values()));
        rest.values().removeIf(Set::isEmpty);
        eraseByEmail(rest);
        see("erasures", () -> requireHeld(Set.of()));
        if (isSound) {
            neighbours.forEach(each -> eraseByEmail(Map.of(each, each.scopes())));
            see("erasure in another account", namesakes::erase);
        }
    }

    private void eraseByEmail(Map<LiveSubject, Set<String>> scopes) {
        List<Filed> filed = new ArrayList<>();
        scopes.forEach((subject, all) -> file(Selector.EMAIL, subject, all).ifPresent(filed::add));
        filed.forEach(this::isErased);
    }

    /** A request that has effect. */
    private record Filed(
            Selector selector, LiveSubject subject, Set<String> scopes, String request) {}

    private Optional<Filed> file(Selector selector, LiveSubject subject, Set<String> scopes) {
        return trying(
                "erasure by " + selector,
                () ->
                        new Filed(
                                selector,
                                subject,
                                scopes,
                                erasure.request(selector, subject, scopes)));
    }

    private boolean isErased(Filed filed) {
        return trying(
                        "erasure by " + filed.selector(),
                        () -> {
                            erasure.verifiedReceipt(filed.request(), filed.scopes());
                            return erased.addAll(filed.scopes());
                        })
                .isPresent();
    }

    /** What was erased is gone, and nothing else is, before any letter could be sent. */
    private void requireHeld(Collection<Set<String>> rest) {
        require(held(erased).isEmpty(), "nothing is stored of what was erased");
        Set<String> others = new HashSet<>();
        rest.forEach(others::addAll);
        neighbours.forEach(neighbour -> others.addAll(neighbour.scopes()));
        require(held(others).equals(others), "what was not named is still stored");
        namesakes.requireUntouched();
        neighbours.forEach(LiveSubject::talkOn);
    }

    private Set<String> held(Set<String> scopes) {
        return Remains.held(scopes, places.stores());
    }

    /** The mail server has been back for a while: no letter of who was erased is sent. */
    void requireNoMail() {
        if (isSound) {
            see(
                    "erased letters",
                    () ->
                            subjects.values().stream()
                                    .map(LiveSubject::persona)
                                    .forEach(this::requireNoMail));
        }
    }

    private void requireNoMail(Persona persona) {
        require(
                people.inbox().mailsWith(persona.message()).isEmpty()
                        && people.inbox().mailsWith(persona.offlineMessage()).isEmpty(),
                "letters of who was erased are not sent");
    }

    /** The pages of all of them, to be left. */
    List<VisitorClient> pages() {
        return Stream.concat(
                        namesakes.pages().stream(),
                        Stream.concat(subjects.values().stream(), neighbours.stream())
                                .map(subject -> subject.conversation().visitor()))
                .toList();
    }

    private void see(String what, Runnable step) {
        trying(
                what,
                () -> {
                    step.run();
                    return what;
                });
    }

    /** Empty if it failed. */
    private <T> Optional<T> trying(String what, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (UnexpectedAnswer e) {
            isSound = false;
            failed.accept(what + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
