package org.lethe.gdpr.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.subject.Selectors;

/** About whom is asked. */
record AccessQuestion(
        @Size(max = Selectors.MAX_IDS) @Nullable Set<@NotNull VisitId> visits,
        @Size(max = Selectors.MAX_IDS) @Nullable Set<@NotNull ChatId> chats,
        @Size(max = Selectors.MAX_IDS) @Nullable Set<@NotNull LetterId> letters) {

    Selectors selectors() {
        return new Selectors(
                Objects.requireNonNullElse(visits, Set.of()),
                Objects.requireNonNullElse(chats, Set.of()),
                Objects.requireNonNullElse(letters, Set.of()));
    }
}
