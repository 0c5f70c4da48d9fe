package org.lethe.presence.page;

import org.lethe.privacy.data.ClientAddress;
import org.lethe.privacy.data.UserAgentText;

import java.util.Optional;

/** What a request tells about the browser that sent it. */
record Browser(ClientAddress address, Optional<UserAgentText> userAgent) {}
