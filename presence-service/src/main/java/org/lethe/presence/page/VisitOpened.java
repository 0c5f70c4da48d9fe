package org.lethe.presence.page;

import org.lethe.contracts.frame.BearerToken;
import org.lethe.contracts.id.VisitId;

/**
 * The answer to a page that opened a visit.
 *
 * @param token proves that its holder is the visitor; kept in the page's memory
 * @param heartbeatSeconds how often the page is to send a heartbeat on its socket
 */
public record VisitOpened(VisitId visit, BearerToken token, int heartbeatSeconds) {}
