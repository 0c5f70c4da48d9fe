package org.lethe.contracts.frame;

import java.time.Instant;

/** What was destroyed when a chat ended, for people to read. */
public record DestroyedView(int messages, int files, Instant at) {}
