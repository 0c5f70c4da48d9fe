package org.lethe.runtime.account;

/** What became of a change to an account's settings. */
public sealed interface WriteOutcome {

    /** It is on the topic, with its new version. */
    record Written(AccountSettings settings) implements WriteOutcome {}

    /** Somebody else changed them meanwhile, or the account exists already. */
    record Conflict() implements WriteOutcome {}
}
