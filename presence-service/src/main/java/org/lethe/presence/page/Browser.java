package org.lethe.presence.page;

import java.util.Optional;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.UserAgentText;

/** What a request tells about the browser that sent it. */
record Browser(ClientAddress address, Optional<UserAgentText> userAgent) {}
