package org.lethe.mail.sending;

/** What was found of a letter. */
sealed interface Finding {

    /** It is there, still sealed. */
    record Found(SealedLetter letter) implements Finding {}

    record Gone() implements Finding {}

    /** The store is away, or its keys are not ours to open now. */
    record NotNow() implements Finding {}
}
