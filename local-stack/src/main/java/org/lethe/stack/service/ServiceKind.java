package org.lethe.stack.service;

import org.lethe.stack.layout.StackPort;

/** The five services. */
public enum ServiceKind {
    CHAT("chat-service", StackPort.CHAT),
    PRESENCE("presence-service", StackPort.PRESENCE),
    MAIL("mail-dispatch-service", StackPort.MAIL),
    FILE("file-relay-service", StackPort.FILE),
    GDPR("gdpr-service", StackPort.GDPR);

    private final String module;
    private final StackPort port;

    ServiceKind(String module, StackPort port) {
        this.module = module;
        this.port = port;
    }

    /** The module it is built from, which is also its name. */
    public String module() {
        return module;
    }

    public StackPort port() {
        return port;
    }
}
