package org.lethe.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;

/** The id of a scope: it tells its kind, its shard and the store epoch that it was made in. */
public sealed interface ScopeId permits VisitId, ChatId, LetterId, ErasureId {

    default ScopeKind kind() {
        return ScopeKind.ofLetter(value().charAt(0));
    }

    @JsonValue
    String value();

    /** 0 to {@link Shard#COUNT} - 1. */
    default int shard() {
        return ScopeIdForm.shard(value());
    }

    /** The epoch of the store that the scope was opened in: four characters. */
    default String epoch() {
        return ScopeIdForm.epoch(value());
    }

    /** What makes the id unique, without kind, shard and epoch: 26 characters. */
    default String unique() {
        return ScopeIdForm.unique(value());
    }

    /** A name for the life of a shard from its first use until its store is lost. */
    static String newEpoch(SecureRandom random) {
        return Base32.random(random).substring(0, ScopeIdForm.EPOCH_LENGTH);
    }

    /** An id that is the same for the same seed, so that it can't be made twice. */
    static ScopeId derive(ScopeKind kind, int shard, String epoch, String seed) {
        return parse(ScopeIdForm.join(kind, shard, epoch, Base32.derived(seed)));
    }

    /** Reads an id of any kind, or throws {@link InvalidIdException}. */
    @JsonCreator
    static ScopeId parse(String value) {
        if (value.isEmpty()) {
            throw new InvalidIdException("scope id");
        }
        return switch (ScopeKind.ofLetter(value.charAt(0))) {
            case VISIT -> new VisitId(value);
            case CHAT -> new ChatId(value);
            case LETTER -> new LetterId(value);
            case ERASURE -> new ErasureId(value);
        };
    }
}
