package org.lethe.presence.visit;

import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;

/** An open visit, unsealed for the moment of showing it. */
public record StoredVisit(
        VisitId visit,
        AccountId account,
        VisitDocument document,
        Optional<Whereabouts> address,
        boolean leaving,
        Optional<ChatId> chat,
        Optional<OperatorId> operator) {}
