package org.lethe.acceptance.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.layout.StackState;

/** What the chapters of the demo share: its people, its stores, and what has happened so far. */
final class Stage implements AutoCloseable {
    private final Personas personas = new Personas();
    private final People people;
    private final Narrator narrator;
    private final StoreSearch stores;
    private final Set<String> before;
    private final List<VisitorClient> visitors = new ArrayList<>();
    private final Set<String> ended = new LinkedHashSet<>();

    Stage(StackState suite, PrintStream out) {
        this.people = People.of(suite);
        this.narrator = new Narrator(out);
        this.stores = new StoreSearch(suite, personas.words());
        this.before = stores.scopes();
    }

    Personas personas() {
        return personas;
    }

    People people() {
        return people;
    }

    Narrator narrator() {
        return narrator;
    }

    StoreSearch stores() {
        return stores;
    }

    Persona persona(String address) {
        return personas.visitor(address);
    }

    VisitorClient visitor(Persona persona) {
        VisitorClient visitor = people.visitor(persona);
        visitors.add(visitor);
        return visitor;
    }

    List<VisitorClient> visitors() {
        return List.copyOf(visitors);
    }

    /** A visit or chat of which nothing may be left when the demo ends. */
    void mustEnd(String scope) {
        ended.add(scope);
    }

    /** The visits and chats of which nothing may be left. */
    Set<String> ended() {
        return Set.copyOf(ended);
    }

    /**
     * What is held now of visits and chats that are to be gone, of letters, and of erasure
     * requests: nobody is told the ids of the last two, so all count that were not there before.
     */
    List<String> left() {
        Set<String> scopes = new LinkedHashSet<>(ended);
        stores.scopes().stream()
                .filter(scope -> scope.startsWith("l") || scope.startsWith("e"))
                .filter(scope -> !before.contains(scope))
                .forEach(scopes::add);
        return stores.remains(scopes);
    }

    @Override
    public void close() {
        visitors.forEach(VisitorClient::close);
        stores.close();
    }
}
