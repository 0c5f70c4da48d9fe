package org.lethe.gdpr.datamap;

import org.lethe.contracts.WireFormat;

/**
 * Something that a deployment of the suite stands on, and what of personal data reaches it. Lethe
 * engages nobody; where a deployment has one of these from another company, that is a
 * sub-processor.
 */
enum Part {
    GATEWAY(
            "the gateway that browsers connect to",
            "all that passes between browsers and services, and the addresses of browsers",
            "in clear, where TLS ends there"),
    REDIS(
            "Redis",
            "content of visits, chats and letters, names of files, selectors of requests, addresses of"
                    + " callbacks; what people are found by; whom a limit counts",
            "sealed; what people are found by as hashes under keys that are kept elsewhere, and whom a"
                    + " limit counts under keys that change; ids, counts, times and codes in"
                    + " clear"),
    KAFKA("Kafka", "settings of accounts, beside ids, times, counts and codes", "sealed"),
    FILE_STORAGE("the storage of files", "bytes of files", "sealed; named by ids"),
    IDENTITY_PROVIDER(
            "the OpenID Connect provider (Keycloak)",
            "names, e-mail addresses and credentials of operators, administrators, privacy officers"
                    + " and the processor's staff; nothing of visitors",
            "in clear"),
    MAIL_SERVER(
            "the mail server",
            "letters with their recipients' addresses",
            "in clear; over TLS as the annex of measures says"),
    NAME_SERVER(
            "the name server of the services",
            "IP addresses of visitors, in questions for their host names, unless the account has"
                    + " addresses removed",
            "in clear"),
    MACHINES(
            "the machines that the services run on",
            "what a service works on, in memory; the key-encryption key and the keys of the index",
            "in clear, in memory");

    private final String words;
    private final String receives;
    private final String form;

    Part(String words, String receives, String form) {
        this.words = words;
        this.receives = receives;
        this.form = form;
    }

    String words() {
        return words;
    }

    /** What reaches it. */
    String receives() {
        return receives;
    }

    /** In what form it does. */
    String form() {
        return form;
    }

    String code() {
        return WireFormat.name(this);
    }
}
