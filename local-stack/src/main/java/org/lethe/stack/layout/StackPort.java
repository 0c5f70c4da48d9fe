package org.lethe.stack.layout;

import org.lethe.contracts.WireFormat;

/** Everything of the stack that listens, and where it does so when nothing else is said. */
public enum StackPort {
    GATEWAY(8080),
    SITE(8090),
    INBOX(8025),
    SMTP(2525),
    DNS(2553),
    KEYCLOAK(8180),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    REDIS(6390),
    CHAT(8101),
    PRESENCE(8102),
    MAIL(8103),
    FILE(8104),
    GDPR(8105);

    /** The gateway's port with {@code --tls}. */
    public static final int GATEWAY_TLS = 8443;

    private final int standard;

    StackPort(int standard) {
        this.standard = standard;
    }

    public int standard() {
        return standard;
    }

    /** What the option for it is called, such as {@code --kafka-controller-port}. */
    public String option() {
        return "--" + code() + "-port";
    }

    public String code() {
        return WireFormat.name(this);
    }
}
