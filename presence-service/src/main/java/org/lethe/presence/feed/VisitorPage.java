package org.lethe.presence.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.id.VisitId;

/**
 * A page of an account's visitors.
 *
 * @param next what to ask for the next page with; absent on the last one
 */
public record VisitorPage(List<VisitorView> visitors, @Nullable VisitId next) {}
