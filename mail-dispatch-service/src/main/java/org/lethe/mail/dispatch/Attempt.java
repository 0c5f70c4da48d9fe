package org.lethe.mail.dispatch;

import java.time.Duration;

/** What is to be done with a letter after an attempt. */
sealed interface Attempt {

    /** Nothing: it has its outcome. */
    record Done() implements Attempt {}

    /** Another attempt, after this time. */
    record Again(Duration pause) implements Attempt {}
}
