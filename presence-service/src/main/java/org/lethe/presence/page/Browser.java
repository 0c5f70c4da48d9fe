package org.lethe.presence.page;

import java.util.Optional;
import org.lethe.privacy.data.ClientAddress;
import org.lethe.privacy.data.UserAgentText;

/** What a request tells about the browser that sent it. */
record Browser(ClientAddress address, Optional<UserAgentText> userAgent) {}
