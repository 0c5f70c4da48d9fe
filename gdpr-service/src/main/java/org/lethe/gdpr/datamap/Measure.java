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
            "Operators, administrators, privacy officers and the processor's staff sign in by OpenID"
                    + " Connect; a visitor's signed token is for one visit or one chat."),
    ROLES(
            "AuthorisationProtocols",
            "0007",
            "Each operation of the interface names the callers that it is for, and refuses all"
                    + " others; what belongs to another account is answered like what never was."),
    FOUR_EYES(
            "AuthorisationProtocols",
            "0032",
            "For an account that does not let the processor's staff act, nothing that they ask for is"
                    + " looked up or erased until somebody else who is signed in confirms it."),
    AUDIT(
            "ActivityMonitoring",
            "0032",
            "What privacy officers and the processor's staff ask for, confirm, withdraw and are shown"
                    + " for data subjects' rights is entered in the account's ledger, by role and"
                    + " time: what is shown before it is, an erasure before its receipt."),
    BLIND_INDEX(
            "HashMessageAuthenticationCode",
            "0030",
            "People are found by HMAC-SHA256 of what names them, cut to 16 bytes, under keys that lie"
                    + " in no store. An entry is removed in the step that destroys what it leads"
                    + " to. Where keys ran out without such a step it leads to nothing, and ends"
                    + " within a minute, or with the entries of others under the same hash."),
    WATCHDOG(
            "TechnicalMeasure",
            "0036",
            "A watchdog walks over all keys of the store, and destroys visits, chats, letters and"
                    + " requests that no deadline would. For two minutes after it found something no"
                    + " new data is taken."),
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
            "Receipts are signed with ECDSA on P-256; answers to OpenDSR requests and callbacks with"
                    + " the key of a certificate of the processor's domain."),
    MERKLE_TREE(
            "CryptographicMethods",
            "0033",
            "Records of the ledger are leaves of a Merkle tree, whose heads are signed and published."
                    + " Who kept a head finds out that something before it was changed."),
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
