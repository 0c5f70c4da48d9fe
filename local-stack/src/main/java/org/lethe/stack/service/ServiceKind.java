package org.lethe.stack.service;

import java.util.Arrays;
import java.util.Optional;
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

    /** The service whose process has this name, if it is one's. */
    public static Optional<ServiceKind> named(String module) {
        return Arrays.stream(values()).filter(kind -> kind.module.equals(module)).findFirst();
    }
}
