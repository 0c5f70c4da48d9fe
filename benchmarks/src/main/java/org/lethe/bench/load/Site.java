package org.lethe.bench.load;

import java.net.URI;
import org.lethe.acceptance.client.Gateway;

/**
 * Where clients go.
 *
 * @param gateway for what only prepares
 * @param chatService its own port, or the gateway if all goes through that; for what is measured
 * @param presenceService likewise
 * @param fileRelay likewise
 * @param origin of the account's pages
 * @param console origin of the operators' pages
 */
public record Site(
        Gateway gateway,
        URI chatService,
        URI presenceService,
        URI fileRelay,
        String account,
        String origin,
        String console) {}
