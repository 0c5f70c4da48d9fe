package org.lethe.mail.post;

import java.time.Duration;

/**
 * How long a mail server is waited for.
 *
 * @param transfer within which it must have all of the mail
 * @param word within which it must have said whether it takes it
 */
public record Patience(Duration transfer, Duration word) {}
