package org.lethe.gdpr.datamap;

import org.lethe.contracts.WireFormat;

/**
 * A technical measure that the suite itself takes, in words that say what the mechanism does and no
 * more, and as a term of the Data Privacy Vocabulary. What a deployment adds is not here.
 */
enum Measure {
    SEALING(
            "SymmetricEncryption",
            "0003",
            "What is personal in a visit, a chat, a file, a letter or a request is sealed with"
                    + " AES-256-GCM under keys of its own scope before it is stored."),
    KEYS_DESTROYED_FIRST(
            "CryptographicKeyManagement",
            "0003",
            "The keys of a scope are wrapped under a key-encryption key that lies in no store. When"
                    + " the scope ends they are overwritten before what is sealed under them is"
                    + " removed."),
    DEADLINES(
            "StorageDuration",
            "0003",
            "Each scope has a deadline, at which a reaper destroys it, and a time to live in the"
                    + " store behind it."),
    MEMORY_OVERWRITTEN(
            "SecurityMethod",
            "0023",
            "Memory of services that held content is overwritten after its end, where they run with"
                    + " the serial collector and glibc as the chart sets them up."),
    SIGN_IN(
            "AuthenticationProtocols",
            "0005",
            "Operators, administrators and privacy officers sign in by OpenID Connect; a visitor's"
                    + " signed token is for one visit or one chat."),
    ROLES(
            "AuthorisationProtocols",
            "0007",
            "Each operation of the interface names the callers that it is for, and refuses all"
                    + " others; what belongs to another account is answered like what never was."),
    NO_PERSONAL_DATA_IN_EVENTS(
            "TechnicalMeasure",
            "0002",
            "Events carry ids, times, counts and codes; settings of accounts are in them sealed."),
    DIGESTS(
            "HashFunctions",
            "0024",
            "The receipt of an erasure names scopes by SHA-256 digests of ids that are random and"
                    + " long; the number of a chat's receipt is such a digest, too."),
    SIGNED_RECEIPTS(
            "DigitalSignatures",
            "0006",
            "Receipts and answers to OpenDSR requests are signed with ECDSA on P-256."),
    MAIL_OVER_TLS(
            "EncryptionInTransfer",
            "0021",
            "Letters are handed to the mail server over TLS if it offers it, and over TLS only where"
                    + " the account has set so.");

    private final String term;
    private final String record;
    private final String words;

    Measure(String term, String record, String words) {
        this.term = term;
        this.record = record;
        this.words = words;
    }

    /** In the vocabulary, without its prefix. */
    String term() {
        return term;
    }

    /** The number of the architecture decision record that says how. */
    String record() {
        return record;
    }

    String words() {
        return words;
    }

    String code() {
        return WireFormat.name(this);
    }
}
