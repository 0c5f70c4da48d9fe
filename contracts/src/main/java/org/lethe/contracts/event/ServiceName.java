package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/** The five services. */
public enum ServiceName implements Coded {
    CHAT_SERVICE,
    PRESENCE_SERVICE,
    MAIL_DISPATCH_SERVICE,
    FILE_RELAY_SERVICE,
    GDPR_SERVICE
}
