package org.lethe.contracts.scope;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.retention.Category;

/**
 * A place in a scope, and what lies there. All of them are in {@link Slots}; nothing is written to
 * a scope but by one of them.
 *
 * @param <T> the record that is sealed there; {@link Void} where there are ids, counts and hashes
 */
public final class Slot<T> {

    private final String name;
    private final Category category;
    private final Shape shape;
    private final @Nullable Compartment compartment;
    private final Class<T> type;
    private final String sealedAs;
    private final Set<String> fields = new LinkedHashSet<>();
    private final List<String> contents = new ArrayList<>();

    private Slot(
            String name,
            Category category,
            Shape shape,
            @Nullable Compartment compartment,
            Class<T> type,
            String sealedAs) {
        this.name = name;
        this.category = category;
        this.shape = shape;
        this.compartment = compartment;
        this.type = type;
        this.sealedAs = sealedAs;
    }

    /**
     * A slot whose records are sealed as JSON.
     *
     * @param sealedAs what its ciphertexts are bound to, beside scope and compartment
     * @param holds what the data map says of it: the record's fields, a colon, and the words
     */
    static <T> Slot<T> sealed(
            String name,
            Category category,
            Shape shape,
            Compartment compartment,
            Class<T> type,
            String sealedAs,
            String... holds) {
        return new Slot<>(name, category, shape, compartment, type, sealedAs).holding(holds);
    }

    /**
     * A slot that holds ids, counts and hashes only, which are not sealed.
     *
     * @param holds what the data map says of it, behind a colon; nothing of ids and counts
     */
    static Slot<Void> plain(String name, Category category, Shape shape, String... holds) {
        return new Slot<>(name, category, shape, null, Void.class, name).holding(holds);
    }

    private Slot<T> holding(String... holds) {
        for (String each : holds) {
            int colon = each.indexOf(": ");
            fields.addAll(List.of(each.substring(0, colon).split(" ", -1)));
            contents.add(each.substring(colon + 2));
        }
        return this;
    }

    /** The last part of its key's name, or the field's. */
    public String name() {
        return name;
    }

    public ScopeKind kind() {
        return category.scope()
                .orElseThrow(() -> new IllegalStateException("a category without a scope"));
    }

    public Category category() {
        return category;
    }

    public Shape shape() {
        return shape;
    }

    /** Under whose key it is sealed; empty for what nobody reads a person from. */
    public Optional<Compartment> compartment() {
        return Optional.ofNullable(compartment);
    }

    public Class<T> type() {
        return type;
    }

    /** The fields of its records, each of which the data map has words for. */
    public Set<String> fields() {
        return Set.copyOf(fields);
    }

    /** What it holds, in the words of the data map. */
    public List<String> contents() {
        return List.copyOf(contents);
    }

    /** The same slot, for somebody who hands on what is in it and asks for nothing. */
    public Slot<JsonNode> asJson() {
        return new Slot<>(name, category, shape, compartment, JsonNode.class, sealedAs);
    }

    /** Where its one record is. */
    public Place<T> whole() {
        if (shape != Shape.VALUE && shape != Shape.FIELD) {
            throw new IllegalArgumentException("a slot with entries: " + name);
        }
        return new Place<>(this, sealedAs);
    }

    /** Where one of its entries is, which opens under no other's name. */
    public Place<T> entry(String entry) {
        if (shape == Shape.VALUE || shape == Shape.FIELD) {
            throw new IllegalArgumentException("a slot without entries: " + name);
        }
        return new Place<>(this, sealedAs + ":" + entry);
    }

    @Override
    public String toString() {
        return kind().code() + " " + name;
    }

    /**
     * Where one record is sealed: a slot, or an entry of one.
     *
     * @param sealedAs what the ciphertext is bound to, beside scope and compartment
     */
    public record Place<T>(Slot<T> slot, String sealedAs) {

        public Compartment compartment() {
            return slot.compartment()
                    .orElseThrow(() -> new IllegalStateException("nothing is sealed in " + slot));
        }
    }
}
